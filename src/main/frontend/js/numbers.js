// Draws the tables of the page of numbers. What is drawn stands in the tables; each drawing can be kept as a picture.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);
Chart.defaults.animation = false;
Chart.defaults.font.size = 14;
Chart.defaults.color = '#0b0c0c';

const COLOURS = ['#5b2a6b', '#00703c'];
const PATTERN = [[], [6, 4]];

function cells(row) {
  return [...row.children].map((cell) => cell.textContent.trim());
}

function make(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function chart(holder, canvas, labels, sets, horizontal, unit) {
  return new Chart(canvas, {
    type: 'bar',
    data: { labels, datasets: sets.map((set, at) => ({ ...set, backgroundColor: at ? '#fff' : COLOURS[0], borderColor: COLOURS[at], borderWidth: 2, borderDash: PATTERN[at] })) },
    options: {
      indexAxis: horizontal ? 'y' : 'x', maintainAspectRatio: false,
      scales: { [horizontal ? 'x' : 'y']: { beginAtZero: true, title: { display: true, text: unit }, ticks: { precision: horizontal ? undefined : 0 } } },
      plugins: { legend: { display: sets.length > 1 } },
    },
  });
}

// The picture and its heading, on white paper.
function keep(canvas, name) {
  const paper = document.createElement('canvas');
  paper.width = canvas.width;
  paper.height = canvas.height;
  const pen = paper.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, paper.width, paper.height);
  pen.drawImage(canvas, 0, 0);
  paper.toBlob((picture) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(picture);
    link.download = `${name.toLowerCase()}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}

function begin(holder, label) {
  const frame = document.createElement('div');
  frame.className = 'imp-chart__drawing';
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
  frame.append(canvas);
  const button = make('button', 'Keep as a picture');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary';
  button.addEventListener('click', () => keep(canvas, holder.dataset.name));
  holder.append(frame, button);
  holder.hidden = false;
  return canvas;
}

function items(holder, table) {
  const figures = cells(table.tHead.rows[0]).slice(1);
  const rows = [...table.tBodies[0].rows];
  const label = make('label', 'Draw');
  label.className = 'govuk-label govuk-label--s';
  label.htmlFor = 'drawn';
  const choice = document.createElement('select');
  choice.className = 'govuk-select';
  choice.id = 'drawn';
  figures.forEach((figure, at) => choice.append(new Option(figure, at)));
  holder.append(label, choice);
  const canvas = begin(holder, '');
  const data = (at) => rows.map((row) => parseInt(row.children[at + 1].textContent, 10) || 0);
  const tell = (at) => canvas.setAttribute('aria-label', `Bars: ${figures[at]}. The same numbers stand in the table below.`);
  tell(0);
  const drawn = chart(holder, canvas, rows.map((row) => cells(row)[0]), [{ label: figures[0], data: data(0) }], false, 'Items');
  choice.addEventListener('change', () => {
    drawn.data.datasets[0].label = figures[choice.value];
    drawn.data.datasets[0].data = data(Number(choice.value));
    drawn.update();
    tell(choice.value);
  });
}

function steps(holder, table) {
  const rows = [...table.tBodies[0].rows].filter((row) => row.children[1].textContent !== '0');
  if (!rows.length) {
    return;
  }
  const hours = (column) => rows.map((row) => Number(row.children[column].dataset.seconds) / 3600);
  const canvas = begin(holder, 'Bars: the working hours each step takes. The same times stand in the table below.');
  canvas.parentElement.style.height = `${80 + rows.length * 44}px`;
  chart(holder, canvas, rows.map((row) => cells(row)[0]),
    [{ label: 'Half took up to', data: hours(2) }, { label: 'Nine of ten took up to', data: hours(3) }], true, 'Working hours');
}

document.querySelectorAll('[data-chart]').forEach((holder) => {
  const table = document.getElementById(holder.dataset.chart);
  (holder.dataset.chart === 'items' ? items : steps)(holder, table);
});
