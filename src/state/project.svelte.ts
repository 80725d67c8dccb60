import type { Choices } from '../domain/choices';
import type { Problem } from '../domain/outcome';
import type { ImportReport } from '../domain/report';
import type { Provenance } from '../domain/table';
import type { Attribute, BuiltReport, Inspection, Progress } from '../engine/contract';
import { words } from '../i18n/words';
import { asksFor, asProblem } from './as-problem';
import { EngineError } from '../engine/errors';
import { engine } from './engine';
import { models } from './models';
import { plain } from './plain';
import { preview } from './preview.svelte';
import { withoutPasswords } from './passwords';
import { distinctlyNamed, tablesOf } from './tables-of';
import { inWords } from './report-words';

export type Phase = 'empty' | 'reading' | 'mapping' | 'building' | 'ready';

/** The files that are open: what they mean, what was chosen, what came of it. One for the page and the door. */
class Project {
  phase = $state<Phase>('empty');
  progress = $state.raw<Progress | null>(null);
  problem = $state.raw<Problem | null>(null);
  inspection = $state.raw<Inspection | null>(null);
  /** What the mapping page shows; becomes the project's own on `build`. */
  draft = $state.raw<Choices>({});
  built = $state.raw<BuiltReport | null>(null);
  /** The file whose reading failed, with those beside it: where a password is missing, they are read again with it. */
  locked: { name: string; files: readonly File[]; choices: Choices } | null = null;
  /** The mapping page is what the work under way came from. */
  mappingOpen = $state(false);
  /** Reading and building in one go: there is no mapping page in between. */
  opening = $state(false);
  attributes = $state.raw<Attribute[]>([]);
  /** The files on the mapping page are others than those that are open. */
  hasNew = $state(false);
  readonly asksForPassword = $derived(asksFor(this.problem, 'password'));
  readonly report: ImportReport | null = $derived(this.built ? inWords(this.built) : null);
  /** The original files of the tables, and the choices they were built with: all that is needed to build them again. */
  source: { files: readonly File[]; choices: Choices; provenance: Provenance } | null = null;

  /** Resolves when the tables stand; another promise while they are read again after the engine stopped. */
  restored: Promise<void> = Promise.resolve();

  /** Resolves when the draft holds the last choice: a fast hand presses "Use this file" before its proposal is there. */
  chosen: Promise<void> = Promise.resolve();

  /** The files and choices without customers who were forgotten; null where the files name none of them. */
  sift: (
    signal: AbortSignal,
    files: readonly File[],
    choices: Choices,
  ) => Promise<{ files: File[]; choices: Choices } | null> = () => Promise.resolve(null);

  #isRestoring = false;
  /** What was said before the engine broke: it is said again once the tables are back, however often it broke meanwhile. */
  #saidBefore: Problem | null = null;
  #pendingFiles: readonly File[] | null = null;
  /** The last draft of which the engine could make a proposal. */
  #agreed: Choices = {};
  /** What the files of the tables looked like: the mapping page comes back to it. */
  #known: Inspection | null = null;
  #stop: AbortController | null = null;
  #listeners = new Set<() => void>();

  constructor() {
    engine.onProgress((progress) => (this.progress = progress));
    models.onProgress((progress) => (this.progress = progress));
    engine.onRestart(() => (this.restored = this.#reload()));
  }

  /** Told after the tables have been built anew. */
  onBuilt(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Read dropped files and propose what they mean. A failure leaves whatever was open as it was. */
  async inspect(files: readonly File[], choices: Choices = {}): Promise<Inspection> {
    const said = withoutPasswords(choices);
    preview.wait();
    return this.#long('reading', async (signal) => {
      const named = distinctlyNamed(files);
      const inspection = await this.#read(signal, named, said);
      if (files !== this.#pendingFiles)
        this.hasNew = files !== this.source?.files && said.newer === undefined;
      this.#pendingFiles = named;
      this.draft = this.#agreed = said;
      this.phase = 'mapping';
      this.#prepare();
      return inspection;
    });
  }

  /** The tables of the files given to the engine, and what it sees in them. */
  async #read(signal: AbortSignal, files: readonly File[], choices: Choices): Promise<Inspection> {
    const tables = await tablesOf(
      signal,
      files,
      choices,
      (file) => (this.locked = file && { name: file.name, files, choices }),
      (share, unpacked) =>
        (this.progress = { stage: 'decoding', share, done: unpacked, total: null, unit: 'bytes' }),
    );
    return (this.inspection = await engine.inspect(signal, tables, plain(choices)));
  }

  /** What is on the mapping page can be added to what is open, in place of taking its place. */
  readonly canAdd: boolean = $derived(this.phase === 'mapping' && this.built !== null && this.hasNew);

  /** Add the files on the mapping page to those that are open: where both have an order, the newer one stands. */
  async add(): Promise<void> {
    const { source } = this;
    const added = this.#pendingFiles;
    if (!source || !added) return;
    const all = distinctlyNamed([...source.files, ...added]);
    const newer = all.slice(source.files.length).map(({ name }) => name);
    const files = [...(source.choices.files ?? []), ...(this.draft.files ?? [])];
    await this.inspect(all, {
      ...source.choices,
      ...(files.length > 0 ? { files } : {}),
      newer: [...(source.choices.newer ?? []), ...newer],
    });
    this.hasNew = false;
  }

  /** Other choices for the same files: proposals anew, and the files read again only where what is read of them changes. */
  choose(choices: Choices): Promise<void> {
    const chosen = this.#choose(choices);
    // Whoever waits for it wants the draft as it then stands; what failed is said by the choice itself.
    this.chosen = chosen.catch(() => undefined);
    return chosen;
  }

  async #choose(choices: Choices): Promise<void> {
    const files = this.#pendingFiles ?? this.source?.files;
    if (!files) return;
    const recut = JSON.stringify(choices.files ?? []) !== JSON.stringify(this.draft.files ?? []);
    if (recut) {
      await this.inspect(files, choices);
      return;
    }
    preview.stop();
    // At once: the next choice may come before the proposal of this one, and holds all that was said before.
    this.draft = choices;
    try {
      const proposed = await engine.propose(new AbortController().signal, plain(choices));
      if (this.inspection) this.inspection = { ...this.inspection, proposal: proposed.proposal };
    } catch (error) {
      if (this.draft === choices) {
        this.draft = this.#agreed;
        this.#prepare();
      }
      throw error;
    }
    this.#agreed = choices;
    this.#prepare();
  }

  /**
   * While a person reads the mapping page, the tables are built as it stands: the page shows what they come to, and accepting the file
   * has them at once.
   */
  #prepare(): void {
    const { questions = [], refusal } = this.inspection?.proposal ?? {};
    if (!this.#pendingFiles || this.opening || this.#isRestoring) return;
    if (questions.length > 0 || refusal) preview.wait();
    else void preview.count(this.draft);
  }

  /** Build the tables from what is inspected. */
  async build(said: Choices): Promise<BuiltReport> {
    return this.#long('building', async (signal) => {
      let choices = withoutPasswords(said);
      const sifted = this.#pendingFiles && (await this.sift(signal, this.#pendingFiles, choices));
      if (sifted) {
        choices = sifted.choices;
        await this.#read(signal, sifted.files, choices);
        this.#pendingFiles = sifted.files;
      }
      const built = await engine.build(signal, plain(choices));
      const files = this.#pendingFiles ?? this.source?.files;
      this.built = built;
      this.draft = this.#agreed = choices;
      this.attributes = [];
      if (files) this.source = { files, choices, provenance: built.provenance };
      this.#pendingFiles = null;
      preview.clear();
      this.#known = this.inspection;
      this.phase = 'ready';
      this.#listeners.forEach((tell) => tell());
      return built;
    });
  }

  /**
   * The ways in which cohorts can be split: asked for once the first picture is there, since it takes a moment, and
   * given up as soon as a person asks for anything else; the next picture asks again.
   */
  async learnAttributes(signal: AbortSignal): Promise<void> {
    const built = this.built;
    if (!built || this.attributes.length > 0) return;
    try {
      const attributes = await engine.attributes(signal);
      if (this.built === built) this.attributes = attributes;
    } catch (error) {
      // That the engine has stopped is said by what reads the file again.
      if (!signal.aborted && !isCrash(error)) this.problem = asProblem(error);
    }
  }

  /** The door's path and the sample's: read and build in one go. Rejects with `needs-choice` as the engine does. */
  async open(files: readonly File[], choices: Choices = {}): Promise<ImportReport> {
    const was = { phase: this.phase, inspection: this.inspection, draft: this.draft };
    this.opening = true;
    try {
      await this.inspect(files, choices);
      await this.build(choices);
    } catch (error) {
      await this.dismiss();
      Object.assign(this, was);
      throw error;
    } finally {
      this.opening = false;
    }
    return this.report!;
  }

  /** The files that are open, read once more: who was forgotten meanwhile is left out. */
  async rebuild(): Promise<void> {
    if (this.source) await this.open(this.source.files, this.source.choices);
  }

  /** Back to what was open before, from a mapping that is not wanted. */
  async dismiss(): Promise<void> {
    preview.clear();
    if (this.#pendingFiles) await engine.dismiss(new AbortController().signal);
    this.#pendingFiles = null;
    this.inspection = this.#known;
    this.draft = this.#agreed = this.source?.choices ?? {};
    this.phase = this.built ? 'ready' : 'empty';
  }

  /**
   * The mapping of the tables that are open, to be changed. Files that are soon read are read again beside them, so that the page can count what
   * a change comes to; larger ones are counted when they are accepted.
   */
  async reopen(): Promise<void> {
    await this.dismiss();
    if (!this.inspection || !this.source) return;
    const { files, choices } = this.source;
    if (files.reduce((sum, { size }) => sum + size, 0) <= SOON_READ) {
      await this.inspect(files, choices);
      return;
    }
    this.phase = 'mapping';
    await this.choose(this.draft);
  }

  stop(): void {
    this.#stop?.abort();
  }

  async close(): Promise<void> {
    await engine.close(new AbortController().signal);
    Object.assign(this, {
      phase: 'empty',
      built: null,
      inspection: null,
      draft: {},
      source: null,
      attributes: [],
    });
    this.#pendingFiles = this.#known = null;
    this.#listeners.forEach((tell) => tell());
  }

  async #long<T>(phase: 'reading' | 'building', run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.#stop?.abort();
    const stop = new AbortController();
    const before = this.phase === 'reading' || this.phase === 'building' ? 'empty' : this.phase;
    this.#stop = stop;
    if (!this.#isRestoring) this.problem = null;
    this.progress = null;
    this.mappingOpen = before === 'mapping';
    this.phase = phase;
    try {
      return await run(stop.signal);
    } catch (error) {
      if (this.#stop === stop) {
        this.phase = before === 'empty' && this.built ? 'ready' : before;
        this.problem = asProblem(error);
      }
      throw error;
    }
  }

  /** A new engine knows nothing: read again what was open, and what lay on the mapping page. */
  async #reload(): Promise<void> {
    const { source, draft } = this;
    const pending = this.#pendingFiles;
    if (!source && !pending) return;
    if (!this.#isRestoring) this.#saidBefore = this.problem;
    this.#pendingFiles = null;
    this.#isRestoring = true;
    this.problem = { code: 'engine-crashed', message: words.project.restarted };
    try {
      if (source) await this.open(source.files, source.choices);
      if (pending) await this.inspect(pending, draft);
      this.problem = this.#saidBefore;
    } catch (error) {
      this.#pendingFiles ??= pending;
      // Broken again on the way: the next reading follows at once, and says how it ends.
      if (isCrash(error)) return;
      this.problem = asProblem(error);
    }
    this.#isRestoring = false;
  }
}

/** Bytes of files that are read within a second or two. */
const SOON_READ = 32 * 1024 * 1024;

const isCrash = (error: unknown) => error instanceof EngineError && error.code === 'engine-crashed';

export const project = new Project();
