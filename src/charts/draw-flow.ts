import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { format } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';
import { withMarks, type Mark } from './marks';
import { PLOT_CLASS } from './plot';

/** One end of streams, on the left or on the right. */
export interface FlowEnd {
  label: string;
  total: number;
  /** All that has no end of its own. */
  isRest: boolean;
}

/** Streams between two sides; `from` and `to` are places in the lists of ends. */
export interface Flow {
  from: readonly FlowEnd[];
  to: readonly FlowEnd[];
  streams: readonly { from: number; to: number; value: number; isSame: boolean }[];
}

type End = FlowEnd & { isLeft: boolean };
type Stream = { isSame: boolean };

const SVG = 'http://www.w3.org/2000/svg';
const NARROW = 560;
const END = 10;
const HEAD = 26;
/** A figure stands on a stream that is so thick at least. */
const THICK = 15;

function add(parent: Element, tag: string, looks: Record<string, string | number>, text = ''): Element {
  const made = parent.appendChild(document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(looks)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

/** Where ends and streams lie: thickness is customers, and the order of the ends is the one given. */
function laidOut(
  { from, to, streams }: Flow,
  size: { width: number; height: number; side: number; gap: number },
) {
  const nodes = [
    ...from.map((end): End => ({ ...end, isLeft: true })),
    ...to.map((end): End => ({ ...end, isLeft: false })),
  ];
  return sankey<End, Stream>()
    .nodeWidth(END)
    .nodePadding(size.gap)
    .nodeSort(null)
    .extent([
      [size.side, HEAD],
      [size.width - size.side, size.height - 4],
    ])({
    nodes,
    links: streams.map(({ from: source, to: target, value, isSame }) => ({
      ...{ source, target: from.length + target, value, isSame },
    })),
  });
}

/** Streams from the ends on the left to those on the right, their figures printed; the same end on both sides stands out. */
export function drawFlow(flow: Flow, width: number, heads: { from: string; to: string }): SVGSVGElement {
  const isNarrow = width < NARROW;
  const side = isNarrow ? 104 : 230;
  const gap = isNarrow ? 30 : 18;
  const most = Math.max(flow.from.length, flow.to.length, 1);
  const height = HEAD + most * gap + (isNarrow ? 220 : 300);
  const picture = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    class: PLOT_CLASS,
  }))
    picture.setAttribute(name, String(value));
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('focusable', 'false');
  const muted = { 'font-size': 12, fill: 'var(--muted)' };
  add(picture, 'text', { x: side + END, y: 14, 'text-anchor': 'end', ...muted }, heads.from);
  add(picture, 'text', { x: width - side - END, y: 14, 'text-anchor': 'start', ...muted }, heads.to);
  if (flow.streams.length === 0) return picture;
  const { nodes, links } = laidOut(flow, { width, height, side, gap });
  const marks: Mark[] = links
    .toSorted((one, other) => Number(one.isSame) - Number(other.isSame))
    .map((link) => streamMark(drawStream(picture, link), link));
  if (!isNarrow) for (const link of links) printStream(picture, link);
  for (const node of nodes) marks.push(endMark(drawEnd(picture, node, isNarrow), node));
  return withMarks(
    picture,
    marks.sort((one, other) => one.column - other.column || one.row - other.row),
  );
}

/** What is said of a stream or an end, and the box around it. */
function markOf(over: Element, column: number, title: string, customers: number, box: number[]): Mark {
  const [x = 0, y = 0, right = 0, bottom = 0] = box;
  const facts = [words.charts.nCustomers(customers)];
  return { ...{ row: y, column, title, facts, over }, ...{ x, y, width: right - x, height: bottom - y } };
}

function streamMark(
  over: Element,
  { source, target, value, width = 0, y0 = 0, y1 = 0 }: SankeyLink<End, Stream>,
): Mark {
  const [from, to] = [source, target] as [SankeyNode<End, Stream>, SankeyNode<End, Stream>];
  const title = words.charts.fromTo(shown(from.label, 40), shown(to.label, 40));
  const half = width / 2;
  const [top, bottom] = [Math.min(y0, y1) - half, Math.max(y0, y1) + half];
  const mark = markOf(over, 1, title, value, [from.x1 ?? 0, top, to.x0 ?? 0, bottom]);
  return { ...mark, row: y0 };
}

const endMark = (
  over: Element,
  { label, total, isLeft, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }: SankeyNode<End, Stream>,
) => markOf(over, isLeft ? 0 : 2, shown(label, 40), total, [x0, y0, x1, y1]);

const isRest = (end: unknown) => typeof end === 'object' && (end as End).isRest;

/** The same again has an edge, so that it is told without colour. */
function drawStream(picture: Element, link: SankeyLink<End, Stream>): Element {
  const d = sankeyLinkHorizontal<End, Stream>()(link) ?? '';
  const faint = isRest(link.source) || isRest(link.target);
  const width = Math.max(link.width ?? 0, 1);
  const stream = (stroke: string, thick: number, opacity = 1) =>
    add(picture, 'path', { d, fill: 'none', stroke, 'stroke-width': thick, 'stroke-opacity': opacity });
  if (link.isSame) {
    stream('var(--ink)', width + 2);
    stream('var(--paper)', width);
    return stream('var(--return)', width, 0.55);
  }
  return stream('var(--muted)', width, faint ? 0.16 : 0.32);
}

function printStream(picture: Element, { source, value, width = 0, y0 = 0 }: SankeyLink<End, Stream>): void {
  if (width < THICK || typeof source !== 'object') return;
  const x = (source.x1 ?? 0) + 8;
  add(picture, 'text', { x, y: y0, dy: '0.35em', 'font-size': 12, fill: 'var(--ink)' }, format.count(value));
}

/** A bar of its height, with its name and its customers beside it. */
function drawEnd(
  picture: Element,
  { x0 = 0, x1 = 0, y0 = 0, y1 = 0, ...end }: SankeyNode<End, Stream>,
  isNarrow: boolean,
): Element {
  const bar = add(picture, 'rect', {
    ...{ x: x0, y: y0, width: x1 - x0, height: Math.max(y1 - y0, 1) },
    fill: end.isRest ? 'var(--muted)' : 'var(--ink)',
  });
  const x = end.isLeft ? x0 - 6 : x1 + 6;
  const place = { x, 'text-anchor': end.isLeft ? 'end' : 'start', fill: 'var(--ink)', 'font-size': 13 };
  const middle = (y0 + y1) / 2;
  const figure = format.count(end.total);
  if (isNarrow) {
    add(picture, 'text', { ...place, y: middle, dy: '-0.15em', 'font-size': 12 }, shown(end.label, 14));
    add(picture, 'text', { ...place, y: middle, dy: '1em', 'font-size': 12, fill: 'var(--muted)' }, figure);
  } else {
    add(picture, 'text', { ...place, y: middle, dy: '0.35em' }, `${shown(end.label, 25)} · ${figure}`);
  }
  return bar;
}
