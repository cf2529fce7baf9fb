import { timeOfDay } from './time.js';

const PAUSE = 800;
const AGAIN = 15000;

// Keeps what is typed on the server while a person works, so that a lost session or another machine loses nothing.
export function autosave(form) {
  const status = form.querySelector('[data-autosave-status]') || document.querySelector('[data-autosave-status]');
  let typed = 0;
  let saved = 0;
  let timer;
  let saving = false;

  const show = (text, wrong) => {
    if (status && status.textContent !== text) {
      status.textContent = text;
      status.classList.toggle('imp-status--wrong', wrong);
    }
  };
  const content = () => {
    const kept = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const field = form.elements[name];
      if (typeof value === 'string' && !(field && field.type === 'password')) {
        kept.append(name, value);
      }
    }
    return kept;
  };
  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  async function save() {
    if (saving || typed === saved || form.hasAttribute('data-sent')) {
      return;
    }
    saving = true;
    const sending = typed;
    try {
      const answer = await fetch(form.dataset.autosave,
        { method: 'POST', body: content(), redirect: 'manual', headers: { Accept: 'application/json' } });
      if (answer.ok) {
        saved = sending;
        show(`Saved at ${timeOfDay(new Date())}`, false);
      }
      else if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
        show('Not saved: your session ended, or this is no longer yours to do. Send the form when you are ready: '
          + 'you are asked to sign in, and what you typed is kept.', true);
      }
      else if (answer.status === 404 || answer.status === 409) {
        show('Not saved: this is done or has changed. Copy what you need before you leave.', true);
      }
      else {
        show('Not saved. Your work is still on this page, and saving is tried again.', true);
        later(AGAIN);
      }
    }
    catch (offline) {
      show('Not saved: you are offline. Keep this page open, and saving is tried again.', true);
      later(AGAIN);
    }
    saving = false;
    if (typed !== sending) {
      later(PAUSE);
    }
  }

  const changed = () => {
    typed += 1;
    later(PAUSE);
  };
  // Leaving: an ordinary request would be cut off with the page.
  const leave = () => {
    if (typed !== saved && !form.hasAttribute('data-sent') && navigator.sendBeacon(form.dataset.autosave, content())) {
      saved = typed;
    }
  };
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  window.addEventListener('online', save);
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
}
