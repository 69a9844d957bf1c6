// Passkeys: the browser makes or shows a key; the server gave the challenge and checks the answer.
(() => {
  'use strict';
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;

  const ask = async (form, address) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'X-Form-Token': form.elements.__RequestVerificationToken.value },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const on = (form, address, take) => {
    const button = form.querySelector('button[type=button]');
    const error = form.querySelector('[role=alert]');
    button.disabled = false;
    button.addEventListener('click', async () => {
      error.hidden = true;
      try {
        const credential = await take(await ask(form, address));
        form.elements.credential.value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch {
        error.hidden = false;
      }
    });
  };

  document.querySelectorAll('[data-passkey-login]').forEach((form) => {
    form.hidden = false;
    on(form, form.dataset.passkeyLogin, (options) =>
      navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  });

  document.querySelectorAll('[data-passkey-add]').forEach((form) => {
    form.querySelector('[data-passkey-none]').hidden = true;
    on(form, form.dataset.passkeyAdd, (options) =>
      navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
  });
})();
