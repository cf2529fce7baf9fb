// How many letters are left, on the page at once and aloud only after a pause. Letters as a person counts them.
const letters = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en') : null;
export const lettersIn = (text) => (letters ? [...letters.segment(text)].length : [...text].length);

export function countLetters(area) {
  const shown = document.getElementById(`${area.id}-count`);
  if (!shown) {
    return;
  }
  const spoken = shown.cloneNode(false);
  spoken.removeAttribute('id');
  spoken.className = 'govuk-visually-hidden';
  spoken.setAttribute('role', 'status');
  shown.after(spoken);
  let timer;
  const say = () => {
    const left = Number(area.dataset.maxlength) - lettersIn(area.value);
    const many = `${Math.abs(left)} character${Math.abs(left) === 1 ? '' : 's'}`;
    shown.textContent = left < 0 ? `You have ${many} too many` : `You have ${many} left`;
    shown.classList.toggle('govuk-error-message', left < 0);
    clearTimeout(timer);
    timer = setTimeout(() => { spoken.textContent = shown.textContent; }, 1000);
  };
  area.addEventListener('input', say);
  say();
}
