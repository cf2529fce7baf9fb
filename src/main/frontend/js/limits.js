// How many letters are left on each chosen account, counted as the server counts them: what a person sees as one letter.
import { lettersIn } from './count.js';

export function countPerAccount(list) {
  const form = list.closest('form');
  const spoken = form.querySelector('[data-text-limits-spoken]');
  const chosen = [...form.querySelectorAll('[name="accounts"][type="checkbox"]')];
  let timer;
  const look = () => {
    const sentences = [];
    list.querySelectorAll('[data-account]').forEach((row) => {
      const account = row.dataset.account;
      const own = form.elements[`body.${account}`];
      const text = ((own && own.value.trim()) || form.elements.body.value.trim()).replace(/\r\n?/g, '\n');
      const left = Number(row.dataset.most) - lettersIn(text);
      const many = `${Math.abs(left)} character${Math.abs(left) === 1 ? '' : 's'}`;
      row.hidden = !chosen.some((box) => box.value === account && box.checked);
      row.querySelector('[data-left]').textContent = left < 0 ? `${many} too many` : `${many} left`;
      row.classList.toggle('govuk-error-message', left < 0);
      if (!row.hidden) {
        sentences.push(row.textContent.trim().replace(/\s+/g, ' '));
      }
    });
    clearTimeout(timer);
    timer = setTimeout(() => { spoken.textContent = sentences.join('. '); }, 1000);
  };
  form.addEventListener('input', look);
  form.addEventListener('change', look);
  look();
}
