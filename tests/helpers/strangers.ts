import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Choices } from '../../src/domain/choices';
import type { Question } from '../../src/domain/evidence';
import { EngineError } from '../../src/engine/errors';
import { inWords } from '../../src/state/report-words';
import { dataFolder } from './data';
import { fileOf, openShop, type EngineName } from './warehouse';

/** A file, or several, with the figures that somebody else worked out for it. */
export interface Stranger {
  id: string;
  paths: string[];
  want: Record<string, unknown>;
  alreadyRight: boolean;
}

/** What became of one: its figures and what was said, the questions that were asked, or why it was refused. */
export type Told =
  | { kind: 'read'; figures: Record<string, unknown>; said: string[] }
  | { kind: 'asked'; questions: Question[]; message: string }
  | { kind: 'refused'; code: string; message: string };

const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** Every file of a folder that has its truth beside it. */
export function strangers(): Stranger[] {
  const flat = ['mechanisms', 'owners', 'layouts'].flatMap((folder) =>
    Object.entries(
      json<Record<string, Record<string, unknown>>>(path.join(dataFolder, folder, 'truth.json')),
    ).map(([name, want]): Stranger => {
      const file = path.join(dataFolder, folder, name);
      return {
        id: `${folder}/${name}`,
        paths: [existsSync(file) ? file : `${file}.csv`],
        want,
        alreadyRight: false,
      };
    }),
  );
  const cases = readdirSync(path.join(dataFolder, 'cases')).map((name): Stranger => {
    const folder = path.join(dataFolder, 'cases', name);
    const { want, already_right: isRight } = json<{ want: Record<string, unknown>; already_right?: boolean }>(
      path.join(folder, 'want.json'),
    );
    return {
      id: `cases/${name}`,
      paths: readdirSync(folder)
        .filter((file) => file !== 'want.json')
        .map((file) => path.join(folder, file)),
      want,
      alreadyRight: isRight === true,
    };
  });
  return [...flat, ...cases];
}

/** Opens a stranger's file as the page does, or says what it asked or why it refused. */
export async function told(engine: EngineName, { paths }: Stranger, choices: Choices = {}): Promise<Told> {
  try {
    const shop = await openShop(
      engine,
      paths.map((file) => fileOf({ path: file })),
      { history: 'complete', ...choices },
    );
    const { inspection } = shop;
    const report = inWords(shop.report);
    const refunds = await shop.rows<{ amount: number | null }>(
      'select sum(amount)::double as amount from refunds',
    );
    const figures = {
      orders: report.all.orders,
      sales: report.all.sales,
      net: report.net,
      customers: report.identified.customers,
      // Where nobody is known, what was given back of the orders that count.
      refunds:
        report.identified.customers > 0
          ? report.identified.refunds
          : Number(report.all.sales) - Number(report.net),
      refunds_all: Number(refunds[0]?.amount ?? 0),
      identified_customers: report.identified.customers,
      identified_orders: report.identified.orders,
      anonymous_orders: report.anonymous.orders,
      from: report.from,
      to: report.to,
    };
    const said = [
      ...report.rows_set_aside.map((x) => `${x.rows} ${x.rule} ${x.reason}`),
      ...report.findings.map((x) => `${x.id} ${x.sentence}`),
      JSON.stringify(
        Object.fromEntries(inspection.proposal.fields.map((f) => [f.field, `${f.column} (${f.confidence})`])),
      ),
    ];
    return { kind: 'read', figures, said };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const questions = error.questions ?? [];
    return questions.length > 0
      ? { kind: 'asked', questions, message: error.message }
      : { kind: 'refused', code: error.code, message: error.message };
  }
}

/** Figures that differ from the truth, as "name: got, not wanted". */
export function differences(figures: Record<string, unknown>, want: Record<string, unknown>): string[] {
  return Object.entries(want).flatMap(([name, value]) => {
    if (!(name in figures) || value === null) return [];
    const got = figures[name];
    const isSame =
      typeof value === 'number' ? Math.abs(Number(got) - value) < 0.005 : String(got).slice(0, 10) === value;
    return isSame ? [] : [`${name}: ${String(got)}, not ${String(value)}`];
  });
}
