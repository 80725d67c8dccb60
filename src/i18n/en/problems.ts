import type { Problems } from '../../domain/said/problems';
import type { Wording } from '../../domain/said/said';
import type { Told } from '../written';
import { readProblems, tableProblems } from './problems-of-files';
import { mappingProblems } from './problems-of-mapping';
import { hostProblems, questionProblems, sqlProblems } from './problems-of-questions';
import { valueProblems } from './problems-of-values';

/** What can go wrong off the screen's thread: what happened, and what to do next. */
export const problems: Wording<Problems, Told> = {
  ...readProblems,
  ...tableProblems,
  ...mappingProblems,
  ...valueProblems,
  ...questionProblems,
  ...sqlProblems,
  ...hostProblems,
};
