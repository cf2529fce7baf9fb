// Words that often mean that somebody must confirm one more line. It only asks: a person ticks.
const SIGNS = {
  DONATION_ASK: /\b(donat\w*|fundrais\w*|appeal|gift aid|legac(y|ies)|give (today|now|monthly))\b|£\s?\d/i,
  CHILD: /\b(child(ren)?|schoolchild(ren)?|boys?|girls?|bab(y|ies)|teenagers?|pupils?|under[- ]18s?|minors?|aged? (\d|1[0-7]))\b/i,
  IDENTIFIABLE_PERSON: /\b(survivors?|witness(es)?|refugees?|prisoners?|(he|she) (said|says|told)|his name|her name|interview\w*|portrait)\b/i,
  NAMES_POLITICIAN: /\b(prime minister|minister|home secretary|foreign secretary|chancellor|president|councillor|senator|MPs?|labour party|conservatives?|tor(y|ies)|lib dems?|election|mayor)\b/i,
  STATISTIC: /\d[\d.,]*\s?(%|per ?cent\b)|\b\d{2,}(,\d{3})*\b|\b(million|billion|thousand|half of|one in (two|three|four|five|ten|\d+))\b/i,
};

export function suggestTriggers(form) {
  const shown = form.querySelector('[data-trigger-hints]');
  if (!shown) {
    return;
  }
  const look = () => {
    const text = [...form.querySelectorAll('textarea')].map((area) => area.value.replace(/https?:\/\/\S+/g, '')).join('\n');
    const hints = [...form.querySelectorAll('input[name="triggers"]')].flatMap((box) => {
      const found = !box.checked && SIGNS[box.value] && SIGNS[box.value].exec(text);
      return found ? [`The text has “${found[0]}”: tick “${box.labels[0].textContent.trim()}” if that is what it is.`] : [];
    });
    if (hints.join() !== [...shown.children].map((hint) => hint.textContent).join()) {
      shown.replaceChildren(...hints.map((hint) => Object.assign(document.createElement('p'),
        { className: 'imp-status', textContent: hint })));
    }
  };
  form.addEventListener('input', look);
  form.addEventListener('change', look);
  look();
}
