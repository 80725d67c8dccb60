import { analyses } from '../analyses/registry';
import type { ResultTable } from '../domain/table';
import type { WireTable } from '../engine/contract';
import { decode } from '../engine/decode';

/** The engine's answer as everybody gets it: what SQL counted, and what the analysis says of it beyond chance. */
export function answerIn(id: string, wire: WireTable): ResultTable {
  const answer = decode(wire);
  analyses.get(id)?.judge?.(answer.rows);
  return answer;
}
