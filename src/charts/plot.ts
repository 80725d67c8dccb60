import * as Plot from '@observablehq/plot';
import { printing } from '../ui/printing.svelte';

export const PLOT_CLASS = 'regulars-plot';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A picture of Plot's that a page with `style-src 'self'` can take: its `<style>` is removed (theme.css ships those
 * rules for the class), and the whole is hidden from screen readers, since the chart around it speaks.
 */
export function draw(options: Plot.PlotOptions): SVGSVGElement & Plot.Plot {
  const picture = Plot.plot({ className: PLOT_CLASS, figure: false, ...options });
  for (const style of picture.querySelectorAll('style')) style.remove();
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('focusable', 'false');
  if (!(picture instanceof SVGSVGElement)) throw new TypeError('a plot without legends is one svg');
  return picture;
}

/** Where a value is in a picture, and how wide a band is, in pixels. */
export function place(picture: Plot.Plot, axis: 'x' | 'y') {
  const scale = picture.scale(axis);
  return { at: (value: unknown) => Number(scale?.apply(value)), band: Number(scale?.bandwidth ?? 0) };
}

let made = 0;

/** A diagonal hatch in the colour, added to the picture's defs; gives the paint that fills with it. */
export const hatch = (picture: SVGSVGElement, id: string, colour: string, opacity: number): void =>
  pattern(picture, id, 'path', {
    ...{ d: 'M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3', stroke: colour, 'stroke-opacity': String(opacity) },
  });

/** Dots in the colour, in the same way. */
export const dots = (picture: SVGSVGElement, id: string, colour: string, opacity: number): void =>
  pattern(picture, id, 'circle', {
    ...{ cx: '3', cy: '3', r: '0.9', fill: colour, 'fill-opacity': String(opacity) },
  });

function pattern(picture: SVGSVGElement, id: string, shape: string, looks: Record<string, string>): void {
  const defs = picture.insertBefore(document.createElementNS(SVG, 'defs'), picture.firstChild);
  const tile = defs.appendChild(document.createElementNS(SVG, 'pattern'));
  const set = (node: Element, attributes: Record<string, string>) => {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  };
  set(tile, { id, width: '6', height: '6', patternUnits: 'userSpaceOnUse' });
  set(tile.appendChild(document.createElementNS(SVG, shape)), looks);
}

/** A name for something inside one picture that no other picture of the page has. */
export const freshId = (what: string): string => `${what}-${(made += 1)}`;

type Make<Given extends unknown[]> = (...given: Given) => Node;

/**
 * An attachment that keeps `host`'s only child the picture that `make` draws of `given`. The first is drawn in a task of its
 * own: the page around it is seen at once, and a click is not kept waiting; paper waits. What is drawn has to be `given`: what `make` reads by
 * itself in that task is not seen to change.
 */
export const picture =
  <Given extends unknown[]>(make: Make<Given>, ...given: Given) =>
  (host: Element) => {
    if (host.childElementCount === 0 && !printing.isOn) return laterPicture(make, ...given)(host);
    host.replaceChildren(make(...given));
  };

/** The same, and each time in a task of its own: a second picture, below the one that was waited for. */
export const laterPicture =
  <Given extends unknown[]>(make: Make<Given>, ...given: Given) =>
  (host: Element) => {
    const drawing = setTimeout(() => host.replaceChildren(make(...given)));
    return () => clearTimeout(drawing);
  };

/** Room for a short name of a period, and for a character of a longer one, in pixels. */
const NAME_WIDTH = 64;
const LETTER_WIDTH = 8;

/** Of how many periods one is named, so that names below an axis do not touch. */
export function everySoMany(names: readonly string[], width: number): number {
  const longest = names.reduce((most, { length }) => Math.max(most, length), 0);
  const room = Math.max(1, Math.floor(width / Math.max(NAME_WIDTH, LETTER_WIDTH * longest)));
  return Math.max(1, Math.ceil(names.length / room));
}
