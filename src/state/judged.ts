import { analyses } from '../analyses/registry';
import type { ResultTable } from '../domain/table';
import type { WireTable } from '../engine/contract';
import { decoded } from './decoded';

/** The engine's answer as everybody gets it: what SQL counted, and what the analysis says of it beyond chance. */
export async function answerIn(id: string, wire: WireTable): Promise<ResultTable> {
  const answer = await decoded(wire);
  analyses.get(id)?.judge?.(answer.rows);
  return answer;
}
