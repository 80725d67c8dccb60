import { shadeOf, type Hue } from './draw-bars';
import type { LegendItem, Swatch } from './legend';

const SVG = 'http://www.w3.org/2000/svg';
export const SWATCH = { width: 18, height: 12 };
const CHARACTER = 6.6;
const GAP = 18;
const LINE = 20;

type Looks = Record<string, string | number>;

function add(parent: Element, tag: string, looks: Looks): Element {
  const made = parent.appendChild(document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(looks)) made.setAttribute(name, String(value));
  return made;
}

const { width, height } = SWATCH;
const middle = height / 2;
const box = (looks: Looks): [string, Looks] => ['rect', { x: 0, y: 0, width, height, ...looks }];
const filled = (hue: Hue, pale = false): [string, Looks] =>
  box({ fill: `var(--${hue})`, 'fill-opacity': shadeOf({ hue, pale }) });
const framed = (looks: Looks): [string, Looks] =>
  box({ x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: 'none', ...looks });
const across = (looks: Looks): [string, Looks] => ['path', { d: `M0 ${middle}H${width}`, ...looks }];
const STRIPES: [string, Looks] = ['path', { d: 'M0 6L6 0M0 12L12 0M6 12L18 0M12 12L18 6' }];
const GRAIN = [3, 9, 15].flatMap((cx) => [3, 9].map((cy): [string, Looks] => ['circle', { cx, cy, r: 1 }]));
const grain = GRAIN.map(([tag, looks]): [string, Looks] => [tag, { ...looks, fill: 'var(--ink)' }]);
const stripes = (stroke: string): [string, Looks] => [STRIPES[0], { ...STRIPES[1], stroke }];

/** Each look as shapes, the same on screen and in a saved picture. */
const LOOKS: Record<Swatch, [string, Looks][]> = {
  ink: [filled('ink')],
  return: [filled('return')],
  loss: [filled('loss')],
  accent: [filled('accent')],
  muted: [filled('muted')],
  'return-pale': [filled('return', true)],
  'return-edged': [framed({ fill: 'var(--return)', 'fill-opacity': 0.55 }), framed({ stroke: 'var(--ink)' })],
  pale: [box({ fill: 'var(--ink)', 'fill-opacity': 0.28 })],
  hatch: [box({ fill: 'var(--muted)', 'fill-opacity': 0.3 }), stripes('var(--ink)')],
  dots: [box({ fill: 'var(--muted)', 'fill-opacity': 0.3 }), ...grain],
  'dots-empty': [framed({ stroke: 'var(--edge)', 'stroke-dasharray': '3 2' }), ...grain],
  hollow: [framed({ stroke: 'var(--edge)' })],
  counts: [framed({ stroke: 'var(--edge)', 'stroke-dasharray': '2 3' })],
  'left-cut': [stripes('var(--edge)')],
  interval: [
    box({ y: 2, height: height - 4, width: width / 2, fill: 'var(--muted)', 'fill-opacity': 0.4 }),
    across({ d: `M3 ${middle}H${width - 1}`, stroke: 'var(--ink)', 'stroke-width': 1.5 }),
  ],
  band: [
    box({ fill: 'var(--ink)', 'fill-opacity': 0.16 }),
    across({ stroke: 'var(--ink)', 'stroke-width': 2.5 }),
  ],
  line: [across({ stroke: 'var(--ink)', 'stroke-width': 1.5 })],
  dashed: [across({ stroke: 'var(--ink)', 'stroke-width': 2, 'stroke-dasharray': '4 3' })],
};

/** A swatch as a group of its own, its upper left corner at the origin. */
export function drawSwatch(swatch: Swatch): Element {
  const group = document.createElementNS(SVG, 'g');
  for (const [tag, looks] of LOOKS[swatch]) add(group, tag, looks);
  return group;
}

/** A copy of the picture with its legend below it, for saving: on screen the legend is beside it. */
export function withLegend(picture: SVGSVGElement, legend: readonly LegendItem[]): SVGSVGElement {
  if (legend.length === 0) return picture;
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const [wide, high] = ['width', 'height'].map((name) => Number(copy.getAttribute(name))) as [number, number];
  let [x, y] = [0, high + 10];
  for (const { swatch, label } of legend) {
    const length = width + 6 + label.length * CHARACTER;
    if (x > 0 && x + length > wide) [x, y] = [0, y + LINE];
    const group = add(copy, 'g', { transform: `translate(${x},${y})` });
    group.append(drawSwatch(swatch));
    const text = add(group, 'text', { x: width + 6, y: 10, 'font-size': 12, fill: 'var(--ink)' });
    text.textContent = label;
    x += length + GAP;
  }
  const height = y + LINE + 2;
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${wide} ${height}`);
  return copy;
}
