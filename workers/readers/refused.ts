import type { Problem } from '../../src/domain/outcome';

/** What stands in the way of reading a file; the text follows "… is not opened: " and is for a person. */
export class Refused extends Error {}

/** More comes out of an archive than a page can hold. */
export class TooLarge extends Refused {}

/** A failure that has its sentence already. */
export class ReadProblem extends Error {
  readonly problem: Problem;
  /** Whether the file is damaged, which concerns the archive that it is in too. */
  readonly isDamage: boolean;
  constructor(problem: Problem, isDamage = false) {
    super(problem.message);
    this.problem = problem;
    this.isDamage = isDamage;
  }
}

/** The file needs the readers of older formats, which are loaded only then. */
export class NeedsOldReaders extends Error {}
