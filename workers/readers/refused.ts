import type { Problem } from '../../src/domain/outcome';

/** What stands in the way of reading a file; the text follows "… is not opened: " and is for a person. */
export class Refused extends Error {}

/** A failure that has its sentence already. */
export class ReadProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The file needs the readers of older formats, which are loaded only then. */
export class NeedsOldReaders extends Error {}
