import type { Fault } from '../../src/domain/said/problems';
import type { ReadDamage, ReadRefusal, ReadRefusals } from '../../src/domain/said/read-refusals';

/** What stands in the way of reading a file that is whole. Its message is for whoever debugs it. */
export class Refused extends Error {
  readonly why: ReadRefusal;
  constructor(why: ReadRefusal) {
    super(`${why.id} ${JSON.stringify(why.values)}`);
    this.why = why;
  }
}

export const refused = <Id extends keyof ReadRefusals>(id: Id, values: ReadRefusals[Id]): Refused =>
  new Refused({ id, values } as ReadRefusal);

/** More comes out of an archive than a page can hold. */
export class TooLarge extends Refused {}

/** A file that is damaged, where our own reader knows how. */
export class Damaged extends Error {
  constructor(
    readonly damage: ReadDamage,
    options?: ErrorOptions,
  ) {
    super(`${damage.id} ${JSON.stringify(damage.values)}`, options);
  }
}

/** A failure of which all is known that is to be said. */
export class ReadProblem extends Error {
  readonly problem: Fault;
  /** Whether the file is damaged, which concerns the archive that it is in too. */
  readonly isDamage: boolean;
  constructor(problem: Fault, isDamage = false) {
    super(`${problem.id} ${JSON.stringify(problem.values)}`);
    this.problem = problem;
    this.isDamage = isDamage;
  }
}

/** The file needs the readers of older formats, which are loaded only then. */
export class NeedsOldReaders extends Error {}
