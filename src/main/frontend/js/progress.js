// Work that takes more than two seconds says that it goes on. A file is not a new page: that it comes is told by a
// cookie, and the page is ready again. Without this the browser's own signs are there.
const SOON = 2000;
const LOOK = 250;
const COOKIE = 'imprimatur-file';
const words = {
  file: 'Still working: a large file can take a minute. Keep this page open.',
  page: 'Still working: this can take a minute. Keep this page open.',
};

export function tellProgress(status) {
  let late;
  let looking;
  const stop = () => {
    clearTimeout(late);
    clearInterval(looking);
  };
  const begin = (kind, form) => {
    stop();
    status.textContent = '';
    document.cookie = `${COOKIE}=; Path=/; Max-Age=0; SameSite=Lax`;
    late = setTimeout(() => {
      status.textContent = words[kind];
    }, SOON);
    if (kind === 'file') {
      looking = setInterval(() => {
        if (document.cookie.split('; ').includes(`${COOKIE}=comes`)) {
          const told = status.textContent !== '';
          stop();
          status.textContent = told ? 'The download has begun.' : '';
          form?.dispatchEvent(new Event('imprimatur:done'));
        }
      }, LOOK);
    }
  };
  document.querySelectorAll('a[data-long]').forEach((link) => {
    link.addEventListener('click', () => begin(link.dataset.long));
  });
  document.querySelectorAll('form[data-long]').forEach((form) => {
    form.addEventListener('submit', (event) => {
      if (!event.defaultPrevented) {
        begin(form.dataset.long, form);
      }
    });
  });
  // coming back to the page, nothing is under way
  window.addEventListener('pageshow', () => {
    stop();
    status.textContent = '';
  });
}
