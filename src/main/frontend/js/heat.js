// Draws where it waits on the models that new items follow. All that is drawn stands in the table above as well.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { element, zoomButtons } from './diagram.js';

function key() {
  const list = element('ul', 'imp-diagram__key govuk-body-s', '');
  ['Nothing waits', 'Something waits', 'Much waits', 'Something is overdue']
    .forEach((text, heat) => list.append(element('li', `imp-heat-${heat}`, text)));
  return list;
}

function mark(viewer, spots) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  Object.keys(spots).filter((id) => registry.get(id)).forEach((id) => {
    canvas.addMarker(id, `imp-heat-${spots[id].heat}`);
    if (spots[id].waits) {
      overlays.add(id, { position: { top: -12, left: -4 }, html: element('span', 'imp-diagram__count', spots[id].waits) });
    }
    if (spots[id].took) {
      overlays.add(id, { position: { bottom: 10, left: 4 }, html: element('span', 'imp-diagram__took', spots[id].took) });
    }
  });
}

async function draw(figure) {
  const answer = await fetch(figure.dataset.model, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    return;
  }
  const drawing = element('div', 'imp-diagram__drawing', '');
  const buttons = element('div', 'imp-diagram__buttons', '');
  figure.append(element('figcaption', 'govuk-body-s',
    `${figure.dataset.name}: what waits at each step, and the working time that half of them took. The same stands in the table above.`),
  buttons, drawing, key());
  figure.hidden = false;
  const viewer = new NavigatedViewer({ container: drawing, zoomScroll: { enabled: false } });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  mark(viewer, JSON.parse(figure.dataset.heat));
  canvas.zoom('fit-viewport', 'auto');
  buttons.append(...zoomButtons(canvas));
}

document.querySelectorAll('[data-heat]').forEach((figure) => {
  draw(figure).catch(() => {
    figure.hidden = true;
  });
});
