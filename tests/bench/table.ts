import type { ModelResult } from './model-times';
import type { Statement } from './statements';

/** How long a picture is looked at before something is changed, in milliseconds: what comes next is worked out meanwhile. */
export const LOOKING = 4000;

/** How long somebody takes to find the file and drop it, in milliseconds: on both sides of the ratio. */
export const FINDING = 3000;

/** Times in milliseconds, memory in bytes. */
export interface SizeResult {
  lines: number;
  megabytes: number;
  runs: number;
  /** `create table … as select * from read_csv(…, all_varchar = true)` in the same engine. */
  bare: number;
  /** `regulars.open(file)`. */
  open: number;
  /** What DuckDB did meanwhile, in milliseconds: each statement, and the sums of the parts of the import. */
  statements: Statement[];
  phases: Record<string, number>;
  /** Time spent on the mapping page, which is in none of the figures. */
  reading: number;
  /** Drop to heatmap where the mapping page is left the moment it is there. */
  hurried: number;
  /** Since the drop, without the time on the mapping page; `splits`: from the picture to the ways in which it can be split. */
  journey: { mapped: number; built: number; drawn: number; splits: number };
  /** After `LOOKING`, and the moment that the picture before is there. */
  redraws: { what: string; to: string; median: number; at_once: number }[];
  longest_task: { to_picture: number; with_redraws: number };
  stop: { reading: number; building: number };
  memory: Record<'idle' | 'bare' | 'to_picture' | 'with_redraws', number | null>;
  /** `first`: as it is asked the first time; `ours` and `native`: the median of all runs. */
  analyses: {
    id: string;
    params: Record<string, string>;
    rows: number;
    first: number;
    ours: number;
    /** Null where a fit takes most of the time. */
    native: number | null;
  }[];
  /** The first question that splits: it builds the attributes of first orders. */
  first_split: number | null;
}

export interface Results {
  date: string;
  command: string;
  machine: Record<'platform' | 'browser' | 'engine' | 'node', string> & {
    cores: number;
    memory_gb: number;
    load_at_start: number;
  };
  opening: { kind: 'cold' | 'reload'; interactive: number; ready: number; answered: number }[];
  sizes: SizeResult[];
  models: ModelResult[];
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

export const medianOf = <T>(runs: T[], read: (run: T) => number): number => median(runs.map(read));

const count = (value: number) => Math.round(value).toLocaleString('en');
const ms = (value: number) => `${count(value)} ms`;
const ratio = (a: number, b: number) =>
  (a / b).toLocaleString('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const megabytes = (bytes: number | null) => (bytes === null ? 'not measured' : `${count(bytes / 1e6)} MB`);
const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** Fits of the models in the page, and the plain way beside them. */
export function modelTable(models: readonly ModelResult[]): string[] {
  if (models.length === 0) return [];
  return [
    row([
      'fit with errors, in the page',
      'customers',
      'first',
      'again',
      'scoring',
      '× BG/NBD',
      'plain, in the same run',
      'ratio',
    ]),
    row(['---', '---', '---', '---', '---', '---', '---', '---']),
    ...models.map(({ model, set, customers, first, again, scoring, plain, k }) => {
      const simple = models.find((one) => one.model === 'bg-nbd' && one.set === set);
      const regular = k > 1 ? ` (k = ${k})` : '';
      return row([
        ...[`${model}, ${set}${regular}`, count(customers), ms(first), ms(again), ms(scoring)],
        simple ? ratio(first, simple.first) : '',
        ...(plain === null ? ['not run', ''] : [ms(plain), ratio(plain, again)]),
      ]);
    }),
    '',
  ];
}

const perLine = (milliseconds: number, lines: number) =>
  ((1000 * milliseconds) / lines).toLocaleString('en', {
    maximumFractionDigits: 2,
    minimumFractionDigits: 2,
  });

/** The parts of the import, as they come. */
const partsOf = (sizes: readonly SizeResult[]) => [
  ...new Set(sizes.flatMap(({ phases }) => Object.keys(phases))),
];

/** The results as a person reads them, ready for docs/benchmark.md. */
export function markdown({ date, command, machine, opening, sizes, models }: Results): string {
  const line = (name: string, cell: (size: SizeResult) => string) => row([name, ...sizes.map(cell)]);
  const changes = sizes[0]?.redraws ?? [];
  const redrawn = (to: string) => (size: SizeResult) => {
    const found = size.redraws.find((one) => one.to === to);
    return `${ms(found?.median ?? NaN)} (${ms(found?.at_once ?? NaN)})`;
  };
  const task = (milliseconds: number) => (milliseconds === 0 ? 'under 50 ms' : ms(milliseconds));
  const asked = sizes.findLast(({ analyses }) => analyses.length > 0);
  return [
    row(['', ...sizes.map(({ lines, megabytes: mb }) => `${count(lines)} lines, ${count(mb)} MB`)]),
    row(['---', ...sizes.map(() => '---')]),
    line('bare `read_csv`, all text, same engine', ({ bare }) => ms(bare)),
    line(
      '`regulars.open`: file to tables and report',
      ({ open, bare }) => `${ms(open)} = ${ratio(open, bare)} × bare`,
    ),
    line(
      'drop to heatmap, through the pages',
      ({ journey, bare }) => `${ms(journey.drawn)} = ${ratio(journey.drawn, bare)} × bare`,
    ),
    line(
      '… with the mapping page left at once',
      ({ hurried, bare }) => `${ms(hurried)} = ${ratio(hurried, bare)} × bare`,
    ),
    ...partsOf(sizes).map((part) =>
      line(
        `… in DuckDB, ${part}`,
        ({ phases, lines }) => `${ms(phases[part] ?? 0)} = ${perLine(phases[part] ?? 0, lines)} µs a line`,
      ),
    ),
    line('drop to mapping page', ({ journey }) => ms(journey.mapped)),
    ...changes.map(({ what, to }) => line(`redraw: ${what} ${to} (asked at once)`, redrawn(to))),
    line('longest task of the page, drop to heatmap', ({ longest_task }) => task(longest_task.to_picture)),
    line('… redraws with it', ({ longest_task }) => task(longest_task.with_redraws)),
    line('picture to its ways to split', ({ journey }) => ms(journey.splits)),
    line('Stop while reading / building', ({ stop }) => `${count(stop.reading)} / ${ms(stop.building)}`),
    line('peak memory of the page, idle', ({ memory }) => megabytes(memory.idle)),
    line('… bare `read_csv`', ({ memory }) => megabytes(memory.bare)),
    line('… drop to heatmap', ({ memory }) => megabytes(memory.to_picture)),
    line('… redraws with it', ({ memory }) => megabytes(memory.with_redraws)),
    '',
    row([
      'navigation to',
      ...opening.map(({ kind }) => (kind === 'cold' ? 'first visit' : 'reload, file kept')),
    ]),
    row(['---', ...opening.map(() => '---')]),
    row(['first page can be used', ...opening.map(({ interactive }) => ms(interactive))]),
    row(['engine ready', ...opening.map(({ ready }) => ms(ready))]),
    row(['first query of a tiny file answered', ...opening.map(({ answered }) => ms(answered))]),
    '',
    ...(asked
      ? [
          '<details><summary>Each question, in the page and in native DuckDB</summary>',
          '',
          row([
            `analysis, ${count(asked.lines)} lines`,
            'first time',
            'in the page',
            'native, 1 thread',
            'ratio',
          ]),
          row(['---', '---', '---', '---', '---']),
          ...asked.analyses.map(({ id, params, first, ours, native }) => {
            const changed = Object.entries(params).map(([name, to]) => `${name} ${to}`);
            return row([
              [id, ...changed].join(', '),
              ms(first),
              ms(ours),
              ...(native === null ? ['a fit', ''] : [ms(native), ratio(ours, native)]),
            ]);
          }),
          '',
          '</details>',
          '',
        ]
      : []),
    ...modelTable(models),
    `Medians of ${sizes[0]?.runs ?? 0} runs (one run above a million lines), memory and longest tasks the largest of them; each run in a new browser. ` +
      `Drop to heatmap: the file is dropped ${FINDING / 1000} seconds after the engine is ready, in which the page rehearses and the bare page waits; ${count((sizes[0]?.reading ?? 0) / 1000)} seconds on the mapping page are not counted; the tables are built behind it. Redraws come after ${LOOKING / 1000} seconds of looking, in which the next answers are worked out (only where each takes under 600 ms), and at once. ` +
      `${date}, \`${command}\`; ${machine.cores} cores, ${machine.memory_gb} GB, ${machine.platform}, ${machine.browser}, ${machine.engine}, Node ${machine.node}, load average ${machine.load_at_start.toLocaleString('en', { maximumFractionDigits: 1 })} before it. ` +
      'The sample shop’s own generator makes the files.',
  ].join('\n');
}
