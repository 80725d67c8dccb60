import { tableFromIPC, type Vector } from 'apache-arrow';
import type { FitColumns } from '../../src/analyses/define';
import { fits } from '../../src/analyses/fits';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { fault } from '../../src/domain/said/problems';
import { EngineFault } from '../../src/engine/errors';
import type { FitAnswer } from '../../src/engine/model-contract';

/** Numbers as they lie in memory where nothing is missing; all else as lists. */
function valuesOf(vector: Vector): FitColumns[string] {
  const values: unknown = vector.nullCount === 0 ? vector.toArray() : null;
  if (values instanceof Float64Array || values instanceof Int32Array) return values;
  return Array.from(vector as Iterable<number | string | boolean | null>);
}

/** The columns of an Arrow IPC stream by name. */
export function columnsOf(ipc: Uint8Array): FitColumns {
  const table = tableFromIPC(ipc);
  return Object.fromEntries(
    table.schema.fields.map(({ name }, at) => [name, valuesOf(table.getChildAt(at)!)]),
  );
}

/** The fit of an analysis to the engine's rows. `step` is awaited between its parts. */
export async function runFit(
  id: string,
  ipc: Uint8Array,
  params: AnalysisParams,
  step: (share: number) => Promise<void>,
): Promise<FitAnswer> {
  const fit = fits.get(id);
  if (!fit) throw new EngineFault(fault('needs-no-fit', { analysis: id }, { code: 'unknown-analysis' }));
  return fit(columnsOf(ipc), params, step);
}
