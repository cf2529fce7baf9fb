// Draws where a case that is tried stands and what it came through. All of it stands in words on the page as well.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { button, element, zoomButtons } from './diagram.js';

const FRAMES = ['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess', 'bpmn:TextAnnotation', 'bpmn:Association'];

async function draw(figure) {
  const { here, passed } = JSON.parse(figure.dataset.drawn);
  const drawing = element('div', 'imp-diagram__drawing');
  const buttons = element('div', 'imp-diagram__buttons');
  const key = element('ul', 'imp-diagram__key govuk-body-s');
  [['Came through', ''], ['Stands here', 'imp-diagram__key-open'], ['Not yet', 'imp-diagram__key-not']]
    .forEach(([text, name]) => key.append(element('li', name, text)));
  figure.append(element('figcaption', 'govuk-body-s', `Diagram of ${figure.dataset.name} with where the case stands. The same stands in words below.`),
    buttons, drawing, key);
  figure.hidden = false;
  const viewer = new NavigatedViewer({ container: drawing, zoomScroll: { enabled: false } });
  await viewer.importXML(figure.dataset.xml);
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  registry.forEach((one) => {
    if (FRAMES.includes(one.type) || one.type === 'label' || one === canvas.getRootElement()) {
      canvas.addMarker(one.id, 'imp-frame');
    }
  });
  passed.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'imp-taken'));
  const places = Object.keys(here).filter((id) => registry.get(id));
  places.forEach((id) => {
    canvas.removeMarker(id, 'imp-taken');
    canvas.addMarker(id, 'imp-open');
    overlays.add(id, { position: { top: -12, left: -4 },
      html: element('span', 'imp-diagram__open', here[id] > 1 ? `Here ${here[id]}×` : 'Here') });
  });
  let at = -1;
  const show = (index) => {
    at = (index + places.length) % places.length;
    canvas.zoom(0.6);
    canvas.scrollToElement(registry.get(places[at]), { top: 120, left: 140, bottom: 120, right: 140 });
  };
  if (places.length) {
    show(0);
    if (places.length > 1) {
      buttons.append(button('Next place', () => show(at + 1)));
    }
  }
  else {
    canvas.zoom('fit-viewport', 'auto');
  }
  buttons.append(...zoomButtons(canvas));
}

document.querySelectorAll('figure[data-drawn]').forEach((figure) => draw(figure).catch(() => {
  figure.hidden = true;
}));
