// A page shown inside Tasklist gives the frame its height and says when it is done.
export function speakToFrame() {
  if (window.parent === window) {
    return;
  }
  const tell = (message) => window.parent.postMessage(message, location.origin);
  document.documentElement.classList.add('imp-framed');
  new ResizeObserver(() => tell({ height: Math.ceil(document.documentElement.getBoundingClientRect().height) }))
    .observe(document.documentElement);
  // Another page in the frame would have no way back: it opens beside Tasklist.
  document.querySelectorAll('a[href]:not([href^="#"]):not([target])').forEach((link) => {
    link.target = '_blank';
    link.rel = 'noopener';
  });
  const done = document.querySelector('[data-done]');
  if (done && done.dataset.done) {
    tell({ done: done.dataset.done });
  }
}
