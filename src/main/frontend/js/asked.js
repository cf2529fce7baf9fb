// A part that one answer calls for appears with that answer: data-only-when="kind=SHARE LIKE"; one that an answer has no
// need of goes with it: data-not-when="kind=LIKE". A part that holds words or a mistake is never hidden; what the form
// filled in (data-filled-in) are no words. Without script everything is there.
const rule = (text) => {
  const [name, answers] = text.split('=');
  return { name, answers: answers.split(' ') };
};

function given(form, name) {
  const fixed = form.querySelector(`[data-given-${CSS.escape(name)}]`);
  return fixed ? [fixed.getAttribute(`data-given-${name}`)]
    : [...form.querySelectorAll(`[name="${name}"]:checked`)].map((field) => field.value);
}

const holds = (part) => part.querySelector('.govuk-error-message') !== null
  || (!part.hasAttribute('data-filled-in') && [...part.querySelectorAll('input, textarea, select')]
    .some((field) => (field.matches('[type=checkbox], [type=radio]') ? field.checked : field.value.trim() !== '')));

function follow(part, text, look) {
  const { name, answers } = rule(text);
  const form = part.closest('form');
  const again = () => look(given(form, name).some((answer) => answers.includes(answer)), given(form, name).length > 0);
  form.addEventListener('change', again);
  again();
}

export function showWhenAskedFor(part) {
  follow(part, part.dataset.onlyWhen, (asked) => { part.hidden = !asked && !holds(part); });
}

export function hideWhenNotNeeded(part) {
  follow(part, part.dataset.notWhen, (unneeded) => { part.hidden = unneeded && !holds(part); });
}

// Open and without its summary while the answer needs it or none is given; folded otherwise, unless it holds something.
export function foldUnlessNeeded(details) {
  follow(details, details.dataset.plainWhen, (needed, any) => {
    const plain = needed || !any;
    if (plain !== details.classList.contains('imp-plain')) {
      details.classList.toggle('imp-plain', plain);
      details.open = plain || holds(details);
    }
  });
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
