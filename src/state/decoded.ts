import type { ResultTable } from '../domain/table';
import { moduleOfApp } from '../engine/client/part';
import type { WireTable } from '../engine/contract';

/** What reads the engine's answers: a quarter of the page's weight, so it is loaded with the first file. */
export const decoder = () => moduleOfApp(() => import('../engine/decode'));

/** An answer of the engine as a table. */
export const decoded = async (wire: WireTable): Promise<ResultTable> => (await decoder()).decode(wire);
