// What every drawing of a model has: parts of the page, and buttons to look closer.
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text) {
    made.textContent = text;
  }
  return made;
}

export function button(text, act) {
  const made = element('button', '', text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

export function zoomButtons(canvas) {
  return [button('Larger', () => canvas.zoom(Math.min(2, canvas.zoom() * 1.3))),
    button('Smaller', () => canvas.zoom(Math.max(0.2, canvas.zoom() / 1.3))),
    button('Whole diagram', () => canvas.zoom('fit-viewport', 'auto'))];
}
