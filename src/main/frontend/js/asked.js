// A part that one answer calls for appears with that answer: data-only-when="kind=SHARE LIKE". A part that holds words
// or a mistake is never hidden; what the form filled in (data-filled-in) are no words. Without script everything is there.
export function showWhenAskedFor(part) {
  const [name, answers] = part.dataset.onlyWhen.split('=');
  const form = part.closest('form');
  const given = () => {
    const fixed = form.querySelector(`[data-given-${CSS.escape(name)}]`);
    return fixed ? [fixed.getAttribute(`data-given-${name}`)]
      : [...form.querySelectorAll(`[name="${name}"]:checked`)].map((field) => field.value);
  };
  const holds = () => part.querySelector('.govuk-error-message')
    || [...part.querySelectorAll('input, textarea, select')]
      .some((field) => (field.matches('[type=checkbox], [type=radio]') ? field.checked
        : field.value.trim() !== '' && !part.hasAttribute('data-filled-in')));
  const look = () => {
    part.hidden = !holds() && !given().some((answer) => answers.split(' ').includes(answer));
  };
  form.addEventListener('change', look);
  look();
}

// The button says what pressing it does, once that is chosen.
export function nameChoice(button) {
  const before = button.textContent;
  const look = () => {
    const chosen = button.form.querySelector(`[name="${button.dataset.namesChoice}"]:checked`);
    button.textContent = chosen ? chosen.labels[0].textContent.trim() : before;
  };
  button.form.addEventListener('change', look);
  look();
}
