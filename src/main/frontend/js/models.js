// Draws a process with what passed through it, or two versions side by side with what differs. All of it stands in
// words on the page as well.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { button, element, zoomButtons } from './diagram.js';

const FRAMES = ['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess'];
const KINDS = [['ADDED', 'Added'], ['REMOVED', 'Removed'], ['CHANGED', 'Changed'], ['MOVED', 'Moved']];

async function load(address, drawing) {
  const answer = await fetch(address, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    throw new Error(`The model could not be loaded: ${answer.status}`);
  }
  const viewer = new NavigatedViewer({ container: drawing, zoomScroll: { enabled: false } });
  await viewer.importXML(await answer.text());
  return viewer;
}

function keyOf(entries) {
  const list = element('ul', 'imp-diagram__key govuk-body-s');
  entries.forEach(([name, text]) => list.append(element('li', name, text)));
  return list;
}

function tell(panel, title, lines) {
  panel.replaceChildren(element('p'));
  panel.firstChild.append(element('strong', '', title));
  lines.forEach((line) => panel.append(element('p', '', line)));
}

function panelFor(text) {
  const panel = element('div', 'imp-diagram__panel govuk-body-s');
  panel.setAttribute('role', 'status');
  panel.append(element('p', '', text));
  return panel;
}

// Walks along a list with two buttons; choose is told where it is.
function walk(count, choose) {
  let at = -1;
  const go = (by) => {
    at = (at < 0) ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;
    choose(at);
  };
  return { to: (index) => { at = index; choose(at); }, next: () => go(1), previous: () => go(-1) };
}

// The beginning, large enough to read; the whole is one button away.
function show(viewer, first) {
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() < 0.5) {
    canvas.zoom(0.6);
    const from = first && viewer.get('elementRegistry').get(first);
    if (from) {
      canvas.scrollToElement(from, { top: 120, left: 80, bottom: 120, right: 160 });
    }
  }
}

function choose(viewer, state, id) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  if (state.chosen && registry.get(state.chosen)) {
    canvas.removeMarker(state.chosen, 'imp-chosen');
  }
  state.chosen = id;
  if (registry.get(id)) {
    canvas.addMarker(id, 'imp-chosen');
    canvas.scrollToElement(registry.get(id), { top: 100, left: 140, bottom: 100, right: 140 });
  }
}

function traffic(viewer, passed) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  const most = Math.max(1, ...Object.values(passed).map((one) => one.cases));
  Object.entries(passed).filter(([id]) => registry.get(id)).forEach(([id, one]) => {
    canvas.addMarker(id, `imp-traffic-${Math.ceil((one.cases / most) * 3)}`);
    overlays.add(id, { position: { top: -12, left: -4 }, html: element('span', 'imp-diagram__count', String(one.cases)) });
    if (one.took && registry.get(id).width > 60) {
      overlays.add(id, { position: { bottom: 10, left: 4 }, html: element('span', 'imp-diagram__took', one.took.replace(' of working time', '')) });
    }
  });
}

const TESTED = [['TESTED', 'Tests go through it'], ['CHANGED', 'Changed since the tests ran'], ['NONE', 'No test']];

function tested(viewer, tests) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  Object.entries(tests).filter(([id]) => registry.get(id)).forEach(([id, one]) => canvas.addMarker(id, `imp-tests-${one.state}`));
}

// What passed, or what tests go through: one drawing, and two buttons that say which is shown.
function layers(figure, drawing, keys) {
  const group = element('div', 'imp-diagram__buttons');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'What the drawing shows');
  const choose = (chosen) => keys.forEach(({ name, key, press }) => {
    press.setAttribute('aria-pressed', String(name === chosen));
    drawing.classList.toggle(`imp-shows-${name}`, name === chosen);
    key.hidden = name !== chosen;
  });
  keys.forEach((one) => {
    one.press = button(one.text, () => choose(one.name));
    group.append(one.press);
  });
  choose(keys[0].name);
  return group;
}

async function drawOne(figure) {
  const words = JSON.parse(figure.dataset.words);
  const { elements: passed, otherwise } = JSON.parse(figure.dataset.traffic);
  const tests = JSON.parse(figure.dataset.tests);
  const drawing = element('div', 'imp-diagram__drawing');
  const buttons = element('div', 'imp-diagram__buttons');
  const panel = panelFor('Nothing is chosen.');
  const keys = [
    { name: 'traffic', text: 'Last ninety days', key: keyOf([['imp-traffic-1', 'Few cases'], ['imp-traffic-2', 'Some'], ['imp-traffic-3', 'Most'], ['imp-diagram__key-not', otherwise.charAt(0).toUpperCase() + otherwise.slice(1)]]) },
    { name: 'tests', text: 'Tests', key: keyOf(TESTED.map(([state, text]) => [`imp-tests-${state}`, text])) },
  ];
  figure.append(element('figcaption', 'govuk-body-s',
    `Diagram of ${figure.dataset.name}, with how many cases came to each element in the last ninety days and what half of them took, or with what tests go through. Choose an element to read about it. The same stands in words below.`),
  layers(figure, drawing, keys), buttons, drawing, ...keys.map(({ key }) => key), panel);
  figure.hidden = false;
  const viewer = await load(figure.dataset.file, drawing);
  traffic(viewer, passed);
  tested(viewer, tests);
  const registry = viewer.get('elementRegistry');
  const order = Object.keys(words).filter((id) => registry.get(id));
  show(viewer, order[0]);
  const state = {};
  const path = walk(order.length, (at) => {
    const id = order[at];
    choose(viewer, state, id);
    const lately = passed[id] ? passed[id].words : otherwise;
    tell(panel, words[id].title, [...words[id].lines, `Last ninety days: ${lately}.`, ...(tests[id] ? [`Tests: ${tests[id].words}.`] : [])]);
  });
  buttons.append(button('Previous step', path.previous), button('Next step', path.next), ...zoomButtons(viewer.get('canvas')));
  viewer.on('element.click', ({ element: clicked }) => {
    const at = order.indexOf(clicked.labelTarget ? clicked.labelTarget.id : clicked.id);
    if (at >= 0) {
      path.to(at);
    }
  });
}

function mark(viewer, changes) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  changes.filter((one) => registry.get(one.id)).forEach((one) => {
    canvas.addMarker(one.id, `imp-kind-${one.kind}`);
    if (FRAMES.includes(registry.get(one.id).type)) {
      canvas.addMarker(one.id, 'imp-frame');
    }
    overlays.add(one.id, { position: { top: -12, left: -4 }, html: element('span', `imp-kind imp-kind-${one.kind}`, one.word) });
  });
}

async function side(parent, name, address, changes) {
  const half = element('div', 'imp-pair__side');
  const buttons = element('div', 'imp-diagram__buttons');
  const drawing = element('div', 'imp-diagram__drawing');
  half.append(element('p', 'govuk-body-s imp-pair__name', name), buttons, drawing);
  half.setAttribute('role', 'group');
  half.setAttribute('aria-label', name);
  parent.append(half);
  const viewer = await load(address, drawing);
  mark(viewer, changes);
  show(viewer, changes.map((one) => one.id).find((id) => viewer.get('elementRegistry').get(id)));
  buttons.append(...zoomButtons(viewer.get('canvas')));
  return { viewer, state: {} };
}

async function drawTwo(figure) {
  const changes = JSON.parse(figure.dataset.changes);
  const pair = element('div', 'imp-pair');
  const buttons = element('div', 'imp-diagram__buttons');
  const panel = panelFor(changes.length ? 'No change is chosen.' : 'Nothing differs.');
  figure.append(element('figcaption', 'govuk-body-s', 'Both drawings, with what differs marked in them. The same stands in words below.'),
    buttons, pair, keyOf(KINDS.map(([kind, text]) => [`imp-kind-${kind}`, text])), panel);
  figure.hidden = false;
  const sides = [
    await side(pair, figure.dataset.beforeName, figure.dataset.before, changes.filter((one) => one.kind !== 'ADDED')),
    await side(pair, figure.dataset.afterName, figure.dataset.after, changes.filter((one) => one.kind !== 'REMOVED')),
  ];
  if (changes.length) {
    const path = walk(changes.length, (at) => {
      sides.forEach(({ viewer, state }) => choose(viewer, state, changes[at].id));
      tell(panel, `${at + 1} of ${changes.length}. ${changes[at].title}`, changes[at].lines);
    });
    buttons.append(button('Previous change', path.previous), button('Next change', path.next));
  }
}

const failed = (figure) => () => {
  figure.hidden = true;
};
document.querySelectorAll('[data-file]').forEach((figure) => drawOne(figure).catch(failed(figure)));
document.querySelectorAll('[data-changes]').forEach((figure) => drawTwo(figure).catch(failed(figure)));
