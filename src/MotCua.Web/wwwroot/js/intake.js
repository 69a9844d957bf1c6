// Intake without a mouse. The page works without this file; here are only keys, and care for what is typed meanwhile.
(() => {
  'use strict';
  const form = () => document.getElementById('tiep-nhan');
  const on = () => localStorage.getItem('mc-keys') !== 'off';
  const text = (el) => el?.matches?.('input:not([type=radio]):not([type=checkbox]):not([type=hidden]), textarea');
  const go = (el) => { if (el) { el.focus(); el.select?.(); } };

  // The next thing to fill in after an element: boxes and lists, and of each row of radios the one ticked or the first.
  const next = (from) => {
    const all = [...form().querySelectorAll('input:not([type=hidden]):not([type=checkbox]), select, textarea, .mc-answer button')]
      .filter((el) => el.getClientRects().length > 0 && (el.type !== 'radio' || el === firstOf(el)));
    const at = all.findIndex((el) => from.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
    return at < 0 ? null : all[at];
  };
  const firstOf = (radio) => {
    const row = [...form().querySelectorAll(`input[type=radio][name="${CSS.escape(radio.name)}"]`)];
    return row.find((r) => r.checked) ?? row[0];
  };

  // 1 2 3 4 on a paper: đạt, thiếu, sai, không cần; then the reason, or the next paper.
  const paper = (e) => {
    const row = e.target.closest('[data-paper]');
    if (!row || text(e.target) || !/^[1-4]$/.test(e.key)) return false;
    const radio = row.querySelectorAll('input[type=radio]')[Number(e.key) - 1];
    if (!radio) return false;
    radio.checked = true;
    radio.dispatchEvent(new Event('change', { bubbles: true }));
    const why = row.querySelector('.mc-why input');
    go(why.getClientRects().length > 0 ? why : nextPaper(row));
    return true;
  };
  const nextPaper = (from) => {
    // What is right already (F4) needs no second look.
    let row = from;
    do { row = row.nextElementSibling; } while (row?.querySelector('[value=ok]:checked'));
    const radio = row?.querySelector('input[type=radio]');
    return radio ? firstOf(radio) : next(from.parentElement.lastElementChild.querySelector('.mc-seg').lastElementChild);
  };

  // Boxes that look something up. Each stands in an element [data-hits] together with the rows it found.
  const boxes = '#Q, #Scan, #CompetentQ';
  const isBox = (el) => el.matches(boxes);

  // Arrows walk the rows found; Enter in the search box takes the first one, once the list belongs to what is typed.
  const hits = (e) => {
    const all = [...form().querySelectorAll('button.mc-hit')].filter((b) => b.getClientRects().length > 0);
    const at = all.indexOf(e.target);
    if (at < 0 && !isBox(e.target)) return false;
    const mine = at >= 0 ? all.filter((b) => b.parentElement === all[at].parentElement) : all.filter((b) => b.closest('[data-hits]') === e.target.closest('[data-hits]'));
    if (mine.length === 0) return false;
    const here = mine.indexOf(e.target);
    if (e.key === 'ArrowDown') { mine[Math.min(here + 1, mine.length - 1)].focus(); return true; }
    if (e.key === 'ArrowUp' && here >= 0) {
      if (here > 0) mine[here - 1].focus();
      else go(mine[0].closest('[data-hits]').querySelector(boxes));
      return true;
    }
    if (e.key === 'Enter' && here < 0 && e.target.id !== 'Scan') {
      if (document.getElementById(e.target.getAttribute('aria-describedby').split(' ')[0]).dataset.for !== e.target.value.trim()) return false;
      mine[0].click();
      return true;
    }
    return false;
  };

  document.addEventListener('keydown', (e) => {
    if (!form()?.contains(e.target) || e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
    let done = hits(e) || (on() && paper(e));
    if (!done && e.key === 'Enter' && !e.target.closest('button, a, summary, textarea') && !isBox(e.target)) {
      // As on every counter form: Enter goes on to the next box.
      const row = e.target.closest('[data-paper]');
      go(row && text(e.target) ? nextPaper(row) : next(e.target));
      done = true;
    }
    if (done) { e.preventDefault(); e.stopPropagation(); }
  }, true);

  // What is typed while an answer is on its way stays: the fresh box takes over the newer text.
  let sent = null;
  document.addEventListener('htmx:configRequest', (e) => { if (e.target.form === form() || form()?.contains(e.target)) sent = new FormData(form()); });
  document.addEventListener('htmx:oobBeforeSwap', (e) => {
    if (!sent || !form()?.contains(e.detail.target)) return;
    e.detail.target.querySelectorAll('input[name], textarea[name], select[name]').forEach((old) => {
      const fresh = old.id && [...e.detail.fragment.querySelectorAll(old.tagName)].find((el) => el.id === old.id);
      if (!fresh) return;
      if (old.type === 'radio' || old.type === 'checkbox') {
        const was = sent.getAll(old.name).includes(old.value);
        if (was !== old.checked) fresh.checked = old.checked;
      } else if (String(sent.get(old.name) ?? '') !== old.value) {
        fresh.value = old.value;
      }
    });
    e.detail.target.querySelectorAll('details[open]').forEach((old) => {
      const fresh = old.id && e.detail.fragment.querySelector(`#${CSS.escape(old.id)}`);
      if (fresh) fresh.open = true;
    });
  });

  // The answer may say where to go next.
  document.addEventListener('htmx:oobAfterSwap', (e) => {
    const box = e.detail.target?.isConnected ? e.detail.target : form();
    const to = (box ?? form())?.querySelector('[autofocus]') ?? form()?.querySelector('[autofocus]');
    if (!to) return;
    to.removeAttribute('autofocus');
    requestAnimationFrame(() => go(to));
  });
})();
