import { AVERAGE, FEW_FOR_RATES, givenAge, type HeatmapCell, type HeatmapData } from './heatmap';

export type LinePoint = Omit<HeatmapCell, 'row'>;

export interface Line {
  key: string;
  label: string;
  /** 1 to 6, a series token of theme.css; 0 for the line of all together. */
  colour: number;
  points: LinePoint[];
}

/** Curves over ages; `ages` are those that are drawn. */
export interface LinesData extends Pick<
  HeatmapData,
  'unit' | 'currency' | 'age_label' | 'age_title' | 'in_words'
> {
  lines: Line[];
  ages: number[];
  /** True where a first age that is 100 % for every line was left out. */
  starts_at_all: boolean;
}

const COLOURS = 6;

/** With more lines than this their names would cover each other: only "All together" keeps its name. */
export const FEW_LINES = COLOURS;

/** The chosen rows of a cohort table as curves, and the pooled row as the bold one. */
export function linesOf(data: HeatmapData, chosen: ReadonlySet<string>): LinesData {
  const rows = data.rows.filter(({ key }) => chosen.has(key));
  const colours = coloursOf(
    data.rows.map(({ key }) => key),
    chosen,
  );
  const byRow = new Map<string, LinePoint[]>(rows.map(({ key }) => [key, []]));
  // A line is what happened.
  for (const cell of data.cells) if (!cell.likely) byRow.get(cell.row)?.push(cell);
  const lines: Line[] = rows.map(({ key, label }) => {
    return { key, label, colour: colours.get(key) ?? 1, points: byRow.get(key) ?? [] };
  });
  if (data.average) {
    const points = data.average.map((cell) => {
      const n = cell.n ?? (data.unit === 'rate' ? Math.round((cell.value ?? 0) * cell.of) : cell.of);
      return { ...cell, n, complete: true, pale: cell.of < 30 };
    });
    lines.push({ key: AVERAGE, label: '', colour: 0, points });
  }
  const given = givenAge(data);
  for (const line of lines)
    line.points = line.points.filter(({ age }) => age !== given).sort((a, b) => a.age - b.age);
  const last = Math.max(...lines.flatMap(({ points }) => points.filter(drawable).map(({ age }) => age)));
  const ages = data.ages.filter((age) => age !== given && age <= last);
  return { ...data, lines, ages, starts_at_all: given !== null };
}

/** A row keeps its colour, by its place in the table; one that is taken already goes on to the next free. */
function coloursOf(keys: string[], chosen: ReadonlySet<string>): Map<string, number> {
  const taken = new Map<string, number>();
  for (const [index, key] of keys.entries()) {
    if (!chosen.has(key)) continue;
    const used = new Set(taken.values());
    const free = Array.from({ length: COLOURS }, (_, step) => ((index + step) % COLOURS) + 1);
    taken.set(key, free.find((colour) => !used.has(colour)) ?? (index % COLOURS) + 1);
  }
  return taken;
}

/** A value that may be drawn: under 5 customers there is a count, but no rate. */
export const drawable = (point: LinePoint): point is LinePoint & { value: number } =>
  point.value !== null && point.of >= FEW_FOR_RATES;

export interface Stroke {
  key: string;
  open: boolean;
  points: (LinePoint & { value: number })[];
}

/** A line cut into solid and dashed pieces: a piece that leads to a point still open is dashed; gaps stay gaps. */
export function strokesOf(line: Line): Stroke[] {
  const strokes: Stroke[] = [];
  let last: (LinePoint & { value: number }) | null = null;
  for (const point of line.points) {
    if (!drawable(point)) {
      last = null;
      continue;
    }
    const open = !point.complete || (last !== null && !last.complete);
    const current = strokes.at(-1);
    if (last === null) strokes.push({ key: line.key, open: !point.complete, points: [point] });
    else if (current && (current.open === open || current.points.length === 1)) {
      current.points.push(point);
      current.open = open;
    } else strokes.push({ key: line.key, open, points: [last, point] });
    last = point;
  }
  return strokes;
}

/** The next round figure at or above a positive one: 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 × a power of ten. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  return (steps.find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}

/** Lowest and highest value on the axis: zero always in, the interval of "All together" too. */
export function domainOf(data: LinesData): [number, number] {
  const values = data.lines.flatMap(({ key, points }) =>
    points.filter(drawable).flatMap((point) => [point.value, key === AVERAGE ? (point.high ?? 0) : 0]),
  );
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  if (high === 0 && low === 0) return [0, 1];
  const top = roundUp(high);
  return [
    low < 0 ? -roundUp(-low) : 0,
    high > 0 ? (data.unit === 'rate' ? Math.max(high, Math.min(1, top)) : top) : 0,
  ];
}

/** Moves labels apart so that none is nearer than `gap` to the next, inside `top`..`bottom`; order is kept. */
export function spread(wanted: number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  let above = top - gap;
  for (const label of order) above = label.y = Math.max(label.y, above + gap);
  let below = bottom + gap;
  for (const label of order.reverse()) below = label.y = Math.min(label.y, below - gap);
  const placed = [...wanted];
  for (const { y, index } of order) placed[index] = y;
  return placed;
}
