// The summary of what is wrong is read first, and its links lead into the field, not above it.
export function focusSummary() {
  const summary = document.querySelector('[data-error-summary]');
  if (!summary) {
    return;
  }
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (field) {
      event.preventDefault();
      (field.closest('fieldset') || document.querySelector(`label[for="${CSS.escape(field.id)}"]`) || field).scrollIntoView();
      field.focus({ preventScroll: true });
    }
  });
}
