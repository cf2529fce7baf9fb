// Draws a diagram that was checked, with what is wrong marked and the way that shows it. All of it stands in words on
// the page as well.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { button, element, zoomButtons } from './diagram.js';

async function draw(figure) {
  const marks = JSON.parse(figure.dataset.marks);
  const drawing = element('div', 'imp-diagram__drawing');
  const buttons = element('div', 'imp-diagram__buttons');
  const panel = element('div', 'imp-diagram__panel govuk-body-s');
  panel.setAttribute('role', 'status');
  figure.append(element('figcaption', 'govuk-body-s',
    figure.dataset.caption || `Diagram of ${figure.dataset.name} with what has to be mended. The same stands in words below.`), buttons, drawing, panel);
  figure.hidden = false;
  const viewer = new NavigatedViewer({ container: drawing, zoomScroll: { enabled: false } });
  await viewer.importXML(figure.dataset.xml);
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const drawn = marks.filter((mark) => registry.get(mark.element));
  drawn.forEach((mark) => canvas.addMarker(mark.element, 'imp-wrong'));
  let at = -1;
  let shown = [];
  const show = (index) => {
    at = (index + drawn.length) % drawn.length;
    shown.forEach((id) => { canvas.removeMarker(id, 'imp-way'); canvas.removeMarker(id, 'imp-chosen'); });
    const mark = drawn[at];
    const way = mark.path.filter((id) => registry.get(id));
    // the flows between two elements of the way belong to it
    const flows = registry.filter((one) => one.type === 'bpmn:SequenceFlow'
      && way.some((id, place) => one.businessObject.sourceRef.id === id && one.businessObject.targetRef.id === way[place + 1]));
    shown = [...way, ...flows.map((one) => one.id), mark.element];
    [...way, ...flows.map((one) => one.id)].forEach((id) => canvas.addMarker(id, 'imp-way'));
    canvas.addMarker(mark.element, 'imp-chosen');
    canvas.zoom(0.6);
    canvas.scrollToElement(registry.get(mark.element), { top: 120, left: 140, bottom: 120, right: 140 });
    panel.replaceChildren(element('p'), ...mark.lines.map((line) => element('p', '', line)));
    panel.firstChild.append(element('strong', '', `${at + 1} of ${drawn.length}: ${mark.title}`));
  };
  if (drawn.length > 0) {
    buttons.append(button('Previous', () => show(at - 1)), button('Next', () => show(at + 1)));
    show(0);
  }
  buttons.append(...zoomButtons(canvas));
}

document.querySelectorAll('figure[data-marks]').forEach((figure) => draw(figure).catch(() => {
  // a file without a drawing, or a broken one: what is wrong stands below
  figure.hidden = true;
}));
