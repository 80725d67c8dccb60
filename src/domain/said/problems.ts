import type { HostProblems, QuestionProblems, SqlProblems } from './engine-problems';
import type { MappingProblems, ReadProblems, TableProblems } from './file-problems';
import type { Said } from './said';
import type { ValueProblems } from './wrong-values';

/** Everything that can go wrong off the screen's thread. A sentence of these says what happened and what to do next. */
export interface Problems
  extends
    ReadProblems,
    TableProblems,
    MappingProblems,
    ValueProblems,
    QuestionProblems,
    SqlProblems,
    HostProblems {}

/** Where a fault is, and the name by which callers know it. */
interface Place {
  /** As in `Problem`: stable, and coarser than the id of the sentence, which it is where nothing else is said. */
  code: string;
  file?: string;
  line?: number;
  column?: string;
}

/** What went wrong, before it has its words: a `Problem` once it has reached the page. */
export type Fault = Said<Problems> & Place;

export const fault = <Id extends keyof Problems>(
  id: Id,
  values: Problems[Id],
  place: Partial<Place> = {},
): Fault => ({ code: id, ...place, id, values }) as Fault;
