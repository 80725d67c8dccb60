import type { Choices } from '../domain/choices';
import type { ImportReport } from '../domain/report';
import type { Attribute, BuiltReport } from '../engine/contract';
import { asksFor } from './as-problem';
import { engine } from './engine';
import { forgottenList } from './forgotten-list';
import { models } from './models';
import { preview } from './preview.svelte';
import { inWords } from './report-words';
import { makeSession } from './session/make-session';
import { canAdd, draftIn, inspectionIn, isMappingShown, openIn, type Session } from './session/session';
import { isCrash } from './session/work';
import { tablesOf } from './tables-of';

const NONE: readonly Attribute[] = [];

/** The session, mirrored for pages: all fields are read here, and change through the transitions of `session/` alone. */
class Project {
  #afterBuild: readonly (() => void)[] = [];
  #session = makeSession(
    {
      engine,
      preview,
      readTables: tablesOf,
      sift: (signal, files, choices) => forgottenList.sift(signal, files, choices),
      afterBuild: () => this.#afterBuild.forEach((step) => step()),
    },
    (now) => (this.#now = now),
  );
  #now = $state.raw<Session>(this.#session.now);
  #learned = $state.raw<{ of: BuiltReport; attributes: readonly Attribute[] } | null>(null);

  readonly phase = $derived(this.#now.state.phase);
  readonly isBusy = $derived(this.phase === 'reading' || this.phase === 'building');
  readonly isMappingShown = $derived(isMappingShown(this.#now.state));
  readonly progress = $derived(this.#now.progress);
  readonly problem = $derived(this.#now.problem);
  readonly asksForPassword = $derived(asksFor(this.problem, 'password'));
  readonly inspection = $derived(inspectionIn(this.#now.state));
  /** What the mapping page shows; becomes the project's own on `build`. */
  readonly draft = $derived(draftIn(this.#now.state));
  readonly canAdd = $derived(canAdd(this.#now.state));
  readonly source = $derived(openIn(this.#now.state)?.source ?? null);
  readonly built = $derived(openIn(this.#now.state)?.built ?? null);
  readonly report: ImportReport | null = $derived(this.built ? inWords(this.built) : null);
  /** The ways in which cohorts can be split, once they are known. */
  readonly attributes = $derived(
    this.#learned && this.#learned.of === this.built ? this.#learned.attributes : NONE,
  );

  readonly inspect = this.#session.inspect;
  readonly unlock = this.#session.unlock;
  readonly choose = this.#session.choose;
  readonly add = this.#session.add;
  readonly build = this.#session.build;
  readonly rebuild = this.#session.rebuild;
  readonly dismiss = this.#session.dismiss;
  readonly reopen = this.#session.reopen;
  readonly stop = this.#session.stop;
  readonly close = this.#session.close;
  readonly forgetFitting = this.#session.forgetFitting;
  readonly say = this.#session.say;
  readonly closeProblem = this.#session.closeProblem;

  constructor() {
    engine.onProgress(this.#session.progressed);
    models.onProgress(this.#session.progressed);
    engine.onRestart(this.#session.engineLost);
  }

  /** Called once, before anything is opened, with what follows a build. */
  start(afterBuild: readonly (() => void)[]): void {
    this.#afterBuild = afterBuild;
  }

  get restored(): Promise<void> {
    return this.#session.restored;
  }

  get chosen(): Promise<void> {
    return this.#session.chosen;
  }

  /** The door's path and the sample's: read and build in one go. Rejects with `needs-choice` as the engine does. */
  async open(files: readonly File[], choices: Choices = {}): Promise<ImportReport> {
    await this.#session.open(files, choices);
    return this.report!;
  }

  /**
   * Asked for once the first picture is there, since it takes a moment, and given up as soon as a person asks for anything else; the next
   * picture asks again.
   */
  async learnAttributes(signal: AbortSignal): Promise<void> {
    const { built } = this;
    if (!built || this.attributes.length > 0) return;
    try {
      this.#learned = { of: built, attributes: await engine.attributes(signal) };
    } catch (error) {
      // That the engine has stopped is said by what reads the file again.
      if (!signal.aborted && !isCrash(error)) this.say(error);
    }
  }
}

export const project = new Project();
