import type { FitTables } from '../../../src/engine/model-contract';
import { SHARED_PARAMS, type Analysis } from '../../../src/analyses/define';
import type { AnalysisParams } from '../../../src/engine/call-contract';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import { unstoppable } from '../build/build-warehouse';
import type { EngineDatabase } from '../host/database';
import { quoteName } from '../sql/quote';
import { analysisOf } from './run-analysis';

/** The analysis whose fit is made for another one, or its own; and those of the parameters that it has. */
export function fittedFor(
  asked: Analysis,
  params: AnalysisParams,
): { fitted: Analysis; own: AnalysisParams } {
  if (!asked.after) return { fitted: asked, own: params };
  const fitted = analysisOf(asked.after);
  const known = [...fitted.params, ...SHARED_PARAMS].map(({ name }) => name);
  return { fitted, own: Object.fromEntries(Object.entries(params).filter(([name]) => known.includes(name))) };
}

/** What the fit of an analysis reads and fills. Throws where the analysis needs none. */
export function fitOf({ id, fit }: Analysis): NonNullable<Analysis['fit']> {
  if (fit) return fit;
  throw new EngineFault(fault('needs-no-fit', { analysis: id }, { code: 'bad-parameter' }));
}

/** A table as text that DuckDB reads back to the same values: numbers by their shortest exact digits, nothing for unknown. */
function csvOf(columns: FitTables[string]): string {
  const names = Object.keys(columns);
  const values = names.map((name) => columns[name]!);
  const rows = values[0]?.length ?? 0;
  const cell = (value: number | string | null | undefined) =>
    typeof value === 'string'
      ? `"${value.replaceAll('"', '""')}"`
      : value === null || value === undefined
        ? ''
        : String(value);
  const lines = [names.join(',')];
  for (let row = 0; row < rows; row++) lines.push(values.map((column) => cell(column[row])).join(','));
  return `${lines.join('\n')}\n`;
}

/**
 * Fill the tables of a fit anew, those it gave nothing for with nothing, and keep the answer that then comes of `answer` in the
 * table of its own. All or none.
 */
export async function keepFitted(
  signal: AbortSignal,
  database: EngineDatabase,
  { tables: names, keep }: NonNullable<Analysis['fit']>,
  tables: FitTables,
  answer: string,
): Promise<void> {
  const file = 'in/fitted.csv';
  await database.run(unstoppable(), 'begin transaction');
  try {
    for (const name of names) {
      await database.run(signal, `delete from ${quoteName(name)}`);
      const columns = tables[name];
      if (!columns) continue;
      await database.registerFile(file, new Blob([csvOf(columns)]));
      try {
        await database.run(
          signal,
          `insert into ${quoteName(name)} by name select * from read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, nullstr = '')`,
        );
      } finally {
        await database.dropFile(file);
      }
    }
    await database.run(signal, `delete from ${quoteName(keep)}`);
    await database.run(signal, `insert into ${quoteName(keep)} by name ${answer}`);
    signal.throwIfAborted();
    await database.run(unstoppable(), 'commit');
  } catch (error) {
    await database.run(unstoppable(), 'rollback');
    throw error;
  }
}
