/** One thing in a picture that can be pointed at: what it says, and where it is in pixels of the picture. */
export interface Mark {
  /** Its place for the arrow keys: columns from left to right, rows in the order of the picture. */
  row: number;
  column: number;
  title: string;
  facts: readonly string[];
  x: number;
  y: number;
  width: number;
  height: number;
  /** What is hit, where a box would be wrong, such as a stream. */
  over?: Element;
}

const found = new WeakMap<SVGSVGElement, readonly Mark[]>();

/** The picture, with what can be pointed at in it. */
export function withMarks(picture: SVGSVGElement, marks: readonly Mark[]): SVGSVGElement {
  found.set(picture, marks);
  return picture;
}

export const marksOf = (picture: SVGSVGElement): readonly Mark[] => found.get(picture) ?? [];

/** How far from a mark a pointer may be, in pixels. */
const NEAR = 24;

const past = (value: number, from: number, size: number): number =>
  Math.max(from - value, 0, value - from - size);

/** The mark at a point: the one that is hit, else the nearest, else null. Of several the smallest. */
export function markAt(marks: readonly Mark[], x: number, y: number, hit: EventTarget | null): Mark | null {
  const direct = marks.find(({ over }) => over !== undefined && over === hit);
  if (direct) return direct;
  let best: { mark: Mark; distance: number; area: number } | null = null;
  for (const mark of marks) {
    const isThin = mark.over !== undefined;
    const distance = Math.hypot(past(x, mark.x, mark.width), past(y, mark.y, mark.height));
    const area = mark.width * mark.height;
    if (isThin || distance > NEAR) continue;
    if (!best || distance < best.distance || (distance === best.distance && area < best.area))
      best = { mark, distance, area };
  }
  return best?.mark ?? null;
}
