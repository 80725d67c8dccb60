import type { Choices } from '../../domain/choices';
import type { Problem } from '../../domain/outcome';
import type { Provenance } from '../../domain/table';
import type { BuiltReport, Inspection, Progress } from '../../engine/contract';

/** The original files of the tables and the choices they were built with: all that is needed to build them again. */
export interface Source {
  files: readonly File[];
  choices: Choices;
  provenance: Provenance;
}

/** What answers questions: the files, what was seen in them, and what was built from them. */
export interface Open {
  source: Source;
  inspection: Inspection;
  built: BuiltReport;
}

/** Nothing is open. */
export interface Empty {
  phase: 'empty';
}

/** The mapping page is open. */
export interface Mapping {
  phase: 'mapping';
  /** What is open behind the page, and stays open if the person goes back. */
  open: Open | null;
  /** The files that the engine holds beside those that are open; null where the page is about the open ones themselves. */
  files: readonly File[] | null;
  inspection: Inspection;
  /** What the page shows; the project's own choices once it is built. */
  draft: Choices;
  /** The last draft the engine could make a proposal for. */
  agreed: Choices;
  /** The files are not those that are open, so that they can be added to them. */
  isNew: boolean;
  /** Set anew whenever files are read, so that an answer about earlier ones is told apart. */
  reading: symbol;
}

/** Tables answer questions. */
export interface Ready {
  phase: 'ready';
  open: Open;
}

/** A state that waits for a person. Work that fails goes back to the one it came from. */
export type Resting = Empty | Mapping | Ready;

interface Busy {
  from: Resting;
  /** Reading and building follow each other without a mapping page in between. */
  inOneGo: boolean;
}

export interface Reading extends Busy {
  phase: 'reading';
}

export interface Building extends Busy {
  phase: 'building';
}

export type State = Resting | Reading | Building;
export type Phase = State['phase'];

/** The file that is being read, or whose reading failed, with those beside it: a password opens them again. */
export interface Locked {
  name: string;
  files: readonly File[];
  choices: Choices;
}

/** All there is to show: the state, and what is said beside it. */
export interface Session {
  state: State;
  problem: Problem | null;
  progress: Progress | null;
  locked: Locked | null;
}

export const EMPTY: Empty = { phase: 'empty' };
const NO_CHOICES: Choices = {};

/** The state that a piece of work came from; any other state as it is. */
export const restingOf = (state: State): Resting =>
  state.phase === 'reading' || state.phase === 'building' ? state.from : state;

export function openIn(state: State): Open | null {
  const resting = restingOf(state);
  return resting.phase === 'empty' ? null : resting.open;
}

export function inspectionIn(state: State): Inspection | null {
  const resting = restingOf(state);
  if (resting.phase === 'mapping') return resting.inspection;
  return resting.phase === 'ready' ? resting.open.inspection : null;
}

export function draftIn(state: State): Choices {
  const resting = restingOf(state);
  if (resting.phase === 'mapping') return resting.draft;
  return resting.phase === 'ready' ? resting.open.source.choices : NO_CHOICES;
}

/** The files that the engine has to hold beside the open ones. */
export const filesBeside = (state: Resting): readonly File[] | null =>
  state.phase === 'mapping' ? state.files : null;

/** Without a mapping page. */
export const without = (open: Open | null): Resting => (open ? { phase: 'ready', open } : EMPTY);

/** The mapping page stays in sight while its tables are built, and while another answer to it is read. */
export const isMappingShown = (state: State): boolean =>
  state.phase === 'mapping' ||
  ((state.phase === 'reading' || state.phase === 'building') &&
    state.from.phase === 'mapping' &&
    !state.inOneGo);

/** The files on the mapping page can be added to what is open instead of replacing it. */
export const canAdd = (state: State): boolean =>
  state.phase === 'mapping' && state.open !== null && state.isNew;
