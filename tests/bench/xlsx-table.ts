import type { SampleFile } from './files';
import { medianOf } from './table';

interface Side {
  milliseconds: number;
  idle: number | null;
  peak: number | null;
}

export interface WorkbookRun {
  ours: Side & { mapped: number; shares: number[]; longest: number };
  general: Side;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const above = ({ idle, peak }: Side) => (idle === null || peak === null ? NaN : (peak - idle) / 1e6);

/** The two sides of one run, their ratio, and what is asked of it. */
export function workbookTable(file: SampleFile, load: number, runs: WorkbookRun[]): string {
  const [ours, general] = (['ours', 'general'] as const).map((side) => runs.map((run) => run[side])) as [
    WorkbookRun['ours'][],
    Side[],
  ];
  const took = (sides: Side[]) => medianOf(sides, ({ milliseconds }) => milliseconds);
  const most = (sides: Side[]) => Math.max(...sides.map(above)).toFixed(0);
  const ratio = medianOf(runs, (run) => run.general.milliseconds / run.ours.milliseconds);
  const steps = Math.min(...ours.map(({ shares }) => shares.length));
  const longest = Math.max(...ours.map(({ longest: one }) => one));
  return [
    `${file.lines.toLocaleString('en')} rows of .xlsx (${(file.bytes / 1e6).toFixed(1)} MB), ${runs.length} runs, load ${load.toFixed(1)} at the end`,
    '',
    '| | bytes to a table that can be asked | above the idle page |',
    '|---|---|---|',
    `| dropped on the page (its mapping page after ${seconds(medianOf(ours, ({ mapped }) => mapped))}) | ${seconds(took(ours))} | ${most(ours)} MB |`,
    `| @e965/xlsx as published, and one read_csv | ${seconds(took(general))} | ${most(general)} MB |`,
    '',
    `The page takes 1/${ratio.toFixed(1)} of the time (asked: 1/3); its bar stood at ${steps} places, the longest wait between two was ${seconds(longest)}.`,
  ].join('\n');
}
