// Keys, one click one act, and small helps. Every page works without this file.
(() => {
  'use strict';
  const keysOn = () => localStorage.getItem('mc-keys') !== 'off';
  const typing = (el) => el.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
  const shown = (el) => el.offsetParent !== null && !el.disabled;

  // An element's key: data-key="T", "F2", "Ctrl+Enter". The first one shown wins.
  const act = (key) => {
    const el = [...document.querySelectorAll('[data-key]')].find((e) => e.dataset.key.toLowerCase() === key.toLowerCase() && shown(e));
    if (!el) return false;
    if (el.matches('input:not([type=submit]), textarea, select')) { el.focus(); el.select?.(); } else { el.click(); }
    return true;
  };

  // J and K walk the rows of the list, X ticks, Enter opens.
  const rows = () => [...document.querySelectorAll('[data-rows] tr[data-row]')];
  const at = () => rows().findIndex((r) => r.classList.contains('mc-at'));
  const go = (step) => {
    const all = rows();
    if (all.length === 0) return false;
    const next = all[Math.max(0, Math.min(all.length - 1, at() + step))];
    all.forEach((r) => r.classList.toggle('mc-at', r === next));
    next.querySelector('a[href]')?.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
    return true;
  };

  const list = (key) => {
    if (key === 'j') return go(1);
    if (key === 'k') return go(at() < 0 ? 1 : -1);
    const row = rows()[at()];
    if (!row) return false;
    if (key === 'x') { row.querySelector('input[type=checkbox]')?.click(); return true; }
    if (key === 'enter' && !document.activeElement?.closest('a, button, summary')) { row.querySelector('a[href]')?.click(); return true; }
    return false;
  };

  const keyList = () => {
    const dialog = document.getElementById('phim-tat');
    const ul = dialog?.querySelector('[data-key-list]');
    if (!ul) return false;
    const line = (key, words) => {
      const li = document.createElement('li');
      const kbd = document.createElement('kbd');
      kbd.textContent = key;
      li.append(kbd, ' ', words);
      return li;
    };
    const lines = [line('/', ul.dataset.search)];
    if (rows().length > 0) lines.push(line('J K X', ul.dataset.list));
    document.querySelectorAll('[data-key]').forEach((e) => {
      if (!shown(e) || e.dataset.key === '/') return;
      const copy = e.cloneNode(true);
      copy.querySelectorAll('kbd').forEach((k) => k.remove());
      lines.push(line(e.dataset.key, e.dataset.keyWords || e.getAttribute('aria-label') || copy.textContent.trim()));
    });
    ul.replaceChildren(...lines);
    dialog.showModal();
    return true;
  };

  document.addEventListener('keydown', (e) => {
    if (e.defaultPrevented || e.altKey || e.metaKey || e.isComposing || !keysOn()) return;
    if (document.querySelector('dialog[open]')) return;
    let done = false;
    if (e.ctrlKey) {
      done = e.key === 'Enter' && act('Ctrl+Enter');
    } else if (/^F(2|4|8|9)$/.test(e.key)) {
      done = act(e.key);
    } else if (!typing(e.target) && (!e.repeat || 'jk'.includes(e.key))) {
      done = e.key === '?' ? keyList() : list(e.key.toLowerCase()) || (e.key.length === 1 && act(e.key));
    }
    if (done) e.preventDefault();
  });

  // A pile of forms: Enter goes on to the next box, and so does a mark of one digit. A box for what a dossier says by itself is passed over.
  const onward = (el) => {
    const boxes = [...el.closest('[data-pile]').querySelectorAll('tbody input, tbody select')];
    const next = boxes[boxes.indexOf(el) + 1];
    const known = next?.matches('select') && el.value !== '';
    (known ? boxes[boxes.indexOf(el) + 2] : next)?.focus();
  };
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter' || e.ctrlKey || !e.target.matches('[data-pile] tbody input, [data-pile] tbody select')) return;
    e.preventDefault();
    onward(e.target);
  });
  document.addEventListener('input', (e) => {
    if (e.target.matches('[data-pile] input[maxlength="1"]') && e.target.value !== '') onward(e.target);
  });

  // One click, one act: a form is sent once; coming back to the page arms it again.
  document.addEventListener('submit', (e) => {
    const form = e.target;
    if (form.method !== 'post' || form.hasAttribute('hx-post')) return;
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = '1';
    form.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((f) => {
    delete f.dataset.sent;
    f.removeAttribute('aria-busy');
  }));

  // Ticked rows: the bar that says how many, and "all on this page".
  const ticks = () => {
    document.querySelectorAll('[data-rows]').forEach((list) => {
      const boxes = [...list.querySelectorAll('tr[data-row] input[type=checkbox]')];
      const on = boxes.filter((b) => b.checked);
      boxes.forEach((b) => b.closest('tr').classList.toggle('mc-sel', b.checked));
      const bar = document.getElementById(list.dataset.rows);
      if (!bar) return;
      bar.hidden = on.length === 0;
      bar.querySelectorAll('[data-ticked]').forEach((n) => { n.textContent = on.length; });
    });
  };
  document.addEventListener('change', (e) => {
    if (e.target.matches('[data-tick-all]')) {
      document.querySelectorAll(`[data-rows="${e.target.dataset.tickAll}"] tr[data-row] input[type=checkbox]`).forEach((b) => { b.checked = e.target.checked; });
    }
    if (e.target.matches('[type=checkbox]')) ticks();
    if (e.target.matches('[data-send-on-change]')) e.target.form.requestSubmit();
  });
  document.addEventListener('click', (e) => {
    const none = e.target.closest('[data-untick]');
    if (none) {
      e.preventDefault();
      document.querySelectorAll('[data-rows] input[type=checkbox]').forEach((b) => { b.checked = false; });
      ticks();
    }
    const print = e.target.closest('[data-print]');
    if (print) window.print();
    document.querySelectorAll('details.mc-menu[open]').forEach((d) => { if (!d.contains(e.target)) d.open = false; });
  });
  document.addEventListener('keydown', (e) => {
    const open = e.key === 'Escape' && document.querySelector('details.mc-menu[open]');
    if (open) { open.open = false; open.querySelector('summary').focus(); }
  });

  const toggle = document.querySelector('[data-keys-toggle]');
  if (toggle) {
    const words = toggle.querySelector('[data-on]');
    const show = () => { words.textContent = keysOn() ? words.dataset.on : words.dataset.off; };
    toggle.hidden = false;
    toggle.addEventListener('click', () => { localStorage.setItem('mc-keys', keysOn() ? 'off' : 'on'); show(); });
    show();
  }

  // Lists stay fresh while nobody is in the middle of something.
  setInterval(() => document.querySelectorAll('[data-refresh]').forEach((list) => {
    const busy = document.hidden || list.contains(document.activeElement) || list.querySelector('input:checked, details[open]');
    if (window.htmx && !busy) window.htmx.trigger(list, 'refresh');
  }), 60000);

  document.addEventListener('htmx:afterSettle', ticks);
  ticks();
  document.querySelector('[data-focus]')?.focus();
})();
