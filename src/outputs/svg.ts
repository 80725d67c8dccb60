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

/** Handlers, references to anything outside the picture, and what only the page needs. */
const isUnwanted = (name: string, value: string): boolean =>
  /^(on|data-|xml:base)/i.test(name) ||
  REFERENCES.includes(name.toLowerCase()) ||
  /url\((?!["']?#)/i.test(value) ||
  /javascript:/i.test(value);

function strip(node: Element): void {
  for (const unwanted of node.querySelectorAll(UNWANTED)) unwanted.remove();
  for (const element of [node, ...node.querySelectorAll('*')])
    for (const { name, value } of [...element.attributes])
      if (isUnwanted(name, value)) element.removeAttribute(name);
}

const LINE = 20;

/** Words cut into lines of at most `longest` characters; a longer word stands alone. */
export function linesOfText(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > longest) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function element(tag: string, attributes: Record<string, string | number>, text = ''): Element {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

/** Puts the finding above the picture and the notes below it, on the page's paper, and says both to readers of the file. */
function frame(svg: SVGSVGElement, title: string, notes: string[], paper: string, ink: string): void {
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const longest = Math.max(24, Math.floor(width / 8.5));
  const above = linesOfText(title, longest);
  const below = notes.flatMap((note) => linesOfText(note, Math.floor(width / 6.5)));
  const [top, bottom] = [above.length * LINE + 20, below.length * LINE + 12];
  const line = (y: number, size: number) => ({
    x: 12,
    y,
    'font-size': size,
    'text-anchor': 'start',
    fill: ink,
  });
  svg.setAttribute('viewBox', `-12 ${-top} ${width + 24} ${height + top + bottom}`);
  svg.setAttribute('width', String(width + 24));
  svg.setAttribute('height', String(height + top + bottom));
  svg.setAttribute('role', 'img');
  svg.prepend(
    element('title', {}, title),
    element('desc', {}, notes.join(' ')),
    element('rect', { x: -12, y: -top, width: width + 24, height: height + top + bottom, fill: paper }),
    ...above.map((text, index) => element('text', line(24 - top + index * LINE, 16), text)),
  );
  svg.append(...below.map((text, index) => element('text', line(height + 20 + index * LINE, 12), text)));
}

/**
 * A picture as the text of an SVG file that stands alone: the finding above it, notes below, colours and type inlined;
 * no script, style, link, foreign content or handler. A picture that is not on the page is laid out there, unseen, for
 * as long as its styles are read.
 */
export function svgText(picture: SVGSVGElement, title: string, notes: string[] = []): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const holder = picture.isConnected ? null : document.createElement('div');
  if (holder) {
    holder.className = 'unseen';
    holder.append(picture);
    document.body.append(holder);
  }
  inlineStyles(picture, copy);
  const page = getComputedStyle(document.documentElement);
  holder?.remove();
  strip(copy);
  frame(copy, title, notes, page.backgroundColor, page.color);
  copy.setAttribute('xmlns', SVG);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
