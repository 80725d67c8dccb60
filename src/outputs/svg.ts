const SVG = 'http://www.w3.org/2000/svg';
const UNWANTED = 'style, script, a, foreignObject, image, iframe, use, animate, set, metadata';
const KEPT_STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'paint-order',
] as const;
const REFERENCES = ['href', 'xlink:href', 'class', 'style', 'focusable', 'aria-hidden'];

/** Computed colours become attributes, since a saved picture has no page and no theme around it. */
function inlineStyles(from: Element, to: Element): void {
  const computed = getComputedStyle(from);
  for (const name of KEPT_STYLES) {
    const value = computed.getPropertyValue(name);
    // A reference such as url("#hatch-3") stands resolved in computed style; the attribute's own form is kept.
    if (value && !value.startsWith('url(')) to.setAttribute(name, value);
  }
  for (const [index, child] of [...from.children].entries()) {
    const copy = to.children[index];
    if (copy) inlineStyles(child, copy);
  }
}

function strip(node: Element): void {
  for (const unwanted of node.querySelectorAll(UNWANTED)) unwanted.remove();
  for (const element of [node, ...node.querySelectorAll('*')])
    for (const { name } of [...element.attributes])
      if (name.startsWith('on') || name.startsWith('data-') || REFERENCES.includes(name))
        element.removeAttribute(name);
}

function described(svg: Element, title: string, description: string): void {
  const label = (tag: 'title' | 'desc', text: string) => {
    const element = document.createElementNS(SVG, tag);
    element.textContent = text;
    return element;
  };
  svg.prepend(label('title', title), label('desc', description));
  svg.setAttribute('role', 'img');
}

/**
 * A picture as the text of an SVG file that stands alone: colours and type inlined, a title and a description for
 * readers of the file, a background; no script, style, link, foreign content or handler. A picture that is not on the
 * page is laid out there, unseen, for as long as its styles are read.
 */
export function svgText(picture: SVGSVGElement, title: string, description: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const holder = picture.isConnected ? null : document.createElement('div');
  if (holder) {
    holder.className = 'unseen';
    holder.append(picture);
    document.body.append(holder);
  }
  inlineStyles(picture, copy);
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  holder?.remove();
  strip(copy);
  const ground = document.createElementNS(SVG, 'rect');
  for (const [name, size] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', paper],
  ] as const)
    ground.setAttribute(name, size);
  copy.prepend(ground);
  described(copy, title, description);
  copy.setAttribute('xmlns', SVG);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
