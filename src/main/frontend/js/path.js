// Draws the path that an item took on the model it followed. All that is drawn stands in words on the page as well.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { button, element, zoomButtons } from './diagram.js';

const FRAMES = ['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess', 'bpmn:TextAnnotation', 'bpmn:Association'];

function key() {
  const list = element('ul', 'imp-diagram__key govuk-body-s');
  [['Taken', 'imp-diagram__key-taken'], ['Open now', 'imp-diagram__key-open'], ['Not taken', 'imp-diagram__key-not']]
    .forEach(([text, name]) => list.append(element('li', name, text)));
  return list;
}

// What an element is for, and what was done there; read out when it changes.
function tell(panel, words, done) {
  panel.replaceChildren(element('p', '', ''));
  panel.firstChild.append(element('strong', '', words.label || words.sort));
  panel.append(element('p', '', words.role ? `${words.sort}, ${words.role}` : words.sort));
  (done ? done.lines : ['This item did not come here.']).forEach((line) => panel.append(element('p', '', line)));
  if (words.clause) {
    panel.append(element('p', '', `What the policy asks here: ${words.clause} ${words.obligation}`.trim()));
  }
}

function badge(overlays, id, className, text, position) {
  overlays.add(id, { position, html: element('span', className, text) });
}

function mark(viewer, path) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  viewer.get('elementRegistry').forEach((one) => {
    if (FRAMES.includes(one.type) || one.type === 'label' || one === canvas.getRootElement()) {
      canvas.addMarker(one.id, 'imp-frame');
    }
    const owner = one.labelTarget ? one.labelTarget.id : one.id;
    // a merge without a name stands in no list, but the path went over it
    const passed = !one.labelTarget && [...(one.incoming || []), ...(one.outgoing || [])].some((flow) => path.flows[flow.id]);
    if (path.flows[owner] || path.elements[owner] || passed) {
      canvas.addMarker(one.id, 'imp-taken');
    }
    if (path.flows[one.id] > 1 && one.waypoints) {
      badge(overlays, one.id, 'imp-diagram__count', `${path.flows[one.id]}×`, { top: -8, left: 0 });
    }
    const done = path.elements[one.id];
    if (!done || one.labelTarget) {
      return;
    }
    if (done.open) {
      canvas.addMarker(one.id, 'imp-open');
      badge(overlays, one.id, 'imp-diagram__open', 'Open now', { top: -12, left: -4 });
    }
    if (done.times > 1) {
      badge(overlays, one.id, 'imp-diagram__count', `${done.times}×`, { top: -12, right: 14 });
    }
    if (done.took && one.width > 60) {
      badge(overlays, one.id, 'imp-diagram__took', done.took, { bottom: 10, left: 4 });
    }
  });
}

// The part that was taken, large enough to read; the whole is one button away.
function show(viewer, path) {
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() < 0.5) {
    const registry = viewer.get('elementRegistry');
    const ids = Object.keys(path.elements).filter((id) => registry.get(id));
    const open = ids.filter((id) => path.elements[id].open);
    const last = registry.get(open[0] || ids[ids.length - 1]);
    canvas.zoom(0.6);
    if (last) {
      canvas.scrollToElement(last, { top: 120, left: 160, bottom: 120, right: 160 });
    }
  }
}

async function draw(figure) {
  const path = JSON.parse(figure.dataset.path);
  const answer = await fetch(figure.dataset.diagram, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    return;
  }
  const caption = element('figcaption', 'govuk-body-s',
    `Diagram of ${figure.dataset.name}. Choose an element to read what it is for. The same stands in words below.`);
  const drawing = element('div', 'imp-diagram__drawing');
  const panel = element('div', 'imp-diagram__panel govuk-body-s');
  panel.setAttribute('role', 'status');
  panel.append(element('p', '', 'Nothing is chosen.'));
  const buttons = element('div', 'imp-diagram__buttons');
  figure.append(caption, buttons, drawing, key(), panel);
  figure.hidden = false;
  const viewer = new NavigatedViewer({ container: drawing, zoomScroll: { enabled: false } });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  mark(viewer, path);
  show(viewer, path);
  const registry = viewer.get('elementRegistry');
  const order = Object.keys(path.elements).filter((id) => registry.get(id));
  let chosen = null;
  const choose = (id) => {
    if (chosen && registry.get(chosen)) {
      canvas.removeMarker(chosen, 'imp-chosen');
    }
    chosen = id;
    canvas.addMarker(id, 'imp-chosen');
    tell(panel, path.words[id], path.elements[id]);
  };
  const step = (by) => {
    const at = order.indexOf(chosen);
    const next = order[(at < 0) ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
    if (next) {
      choose(next);
      canvas.scrollToElement(registry.get(next), { top: 100, left: 140, bottom: 100, right: 140 });
    }
  };
  buttons.append(button('Previous step', () => step(-1)), button('Next step', () => step(1)),
    ...zoomButtons(canvas));
  viewer.on('element.click', ({ element: clicked }) => {
    const id = clicked.labelTarget ? clicked.labelTarget.id : clicked.id;
    if (path.words[id]) {
      choose(id);
    }
  });
}

document.querySelectorAll('[data-diagram]').forEach((figure) => {
  draw(figure).catch(() => {
    figure.hidden = true;
  });
});
