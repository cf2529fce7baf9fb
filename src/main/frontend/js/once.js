// A form is sent once, however often its button is pressed; coming back to the page makes it ready again.
export function sendOnce(form) {
  if (form.method !== 'post') {
    return;
  }
  const mark = (sent) => {
    form.toggleAttribute('data-sent', sent);
    form.querySelectorAll('button').forEach((button) => button.setAttribute('aria-disabled', String(sent)));
  };
  form.addEventListener('submit', (event) => {
    if (form.hasAttribute('data-sent')) {
      event.preventDefault();
    }
    else if (!event.defaultPrevented) {
      mark(true);
    }
  });
  window.addEventListener('pageshow', () => mark(false));
  // its answer was a file, so the page stays
  form.addEventListener('imprimatur:done', () => mark(false));
}
