import type { Choices } from '../domain/choices';
import type { Problem } from '../domain/outcome';
import type { Alongside, Standing } from '../storage/generations';
import { openKept, type Kept } from '../storage/kept';
import { earlierReadings } from './earlier-readings.svelte';
import { fileKeys, keptKeys } from './file-keys';
import { forgetting } from './forgetting.svelte';
import { forgottenList } from './forgotten-list';
import { inCare } from './in-care.svelte';
import { moment, projectToKeep } from './kept-project';
import { notebook } from './notebook.svelte';
import { project } from './project.svelte';
import { remembered } from './remembered.svelte';
import { settings } from './settings';
import { stepOf } from './tab-step';

/** The project kept in this browser: written after each build, opened again after a reload, deleted on demand. One tab writes. */
class Keeping {
  problem = $state.raw<Problem | null>(null);
  role = $state<'writer' | 'reader'>('writer');
  /** Other tabs that wait to write. */
  waiting = $state(0);
  /** The kept files are being opened again. */
  reopening = $state(false);
  hasKept = $state(false);
  /** How what is open here stands; null where nothing is open. */
  open = $state<'keeping' | 'kept' | 'unkept' | null>(null);
  /** What has happened outside this tab, and is to be said or asked. */
  event = $state<'kept-elsewhere' | 'emptied' | 'forgotten' | 'cleared' | null>(null);

  #kept: Kept | null = null;
  /** What stood in the database when what is open here was opened or kept: it is written onto that alone. */
  #onto: Standing | null = null;
  #files: readonly File[] = [];
  #isStarted = false;
  #isQuiet = false;
  #turn: Promise<unknown> = Promise.resolve();

  async start(): Promise<void> {
    const opened = await openKept({
      onRole: (role) => {
        this.role = role;
        if (role === 'writer') void this.#look();
      },
      onLook: () => void this.#look(),
      onWaiting: (tabs) => (this.waiting = tabs),
    });
    const kept = opened.ok ? opened.value : null;
    notebook.start(kept);
    remembered.start(kept);
    await forgetting.start(kept, (files, choices, alongside) =>
      this.#inTurn(() => this.#replace(files, choices, alongside)),
    );
    this.#isStarted = true;
    settings.onSet(() => this.#changed());
    this.problem = opened.ok ? forgetting.problem : opened.error;
    if (!kept) return;
    this.#kept = kept;
    addEventListener('pagehide', () => kept.close());
    addEventListener('pageshow', ({ persisted }) => persisted && void this.#resume(kept));
    await this.#inTurn(() => this.#reopen());
    await inCare.look();
    if (this.open !== 'kept') this.built();
  }

  /** Replace whatever is kept with what is open. */
  async keepThis(): Promise<void> {
    if (await forgetting.refresh()) await this.#quietly(() => project.rebuild());
    await this.#inTurn(() => this.#keep(null));
  }

  /** Replace what is open with what is kept. */
  openKept(): Promise<void> {
    return this.#inTurn(() => this.#reopen(true));
  }

  /** The person has seen what counts differently now: it is not said again. */
  acceptDefinitions(): void {
    earlierReadings.clear();
    this.#changed();
  }

  async takeOver(): Promise<void> {
    const taken = await this.#kept?.takeOver();
    if (taken && !taken.ok) this.problem = taken.error;
    await this.#turn;
  }

  /** True where nothing of any file is kept any more, in this tab and in all others. */
  deleteEverything(): Promise<boolean> {
    return this.#delete((kept) => kept.deleteEverything(), true);
  }

  /** True where the file is kept no more. Notes and confirmed mappings stay. */
  forgetFile(): Promise<boolean> {
    return this.#delete((kept) => kept.forgetProject(), false);
  }

  /** A copy of the files went to disk. */
  async noteCopy(): Promise<void> {
    const at = moment();
    inCare.copiedAt = at;
    await this.#kept?.noteCopy(at);
  }

  async #delete(remove: (kept: Kept) => ReturnType<Kept['forgetProject']>, everything: boolean) {
    const kept = this.#kept;
    if (kept?.role() === 'reader') await this.takeOver();
    return this.#inTurn(async () => {
      const deleted = kept && (await remove(kept));
      this.problem = deleted && !deleted.ok ? deleted.error : null;
      if (deleted && !deleted.ok) return false;
      await this.#empty(deleted && deleted.value, everything);
      return true;
    });
  }

  async #resume(kept: Kept): Promise<void> {
    const resumed = await kept.resume();
    if (!resumed.ok) this.problem = resumed.error;
    await this.#look();
  }

  /** Something was built. Where this tab only reads it is kept once this tab writes. */
  built(): void {
    const { source } = project;
    if (!this.#isStarted || this.#isQuiet) return;
    if (!source) this.open = null;
    // Files of their own are the person's latest word; others come of what was kept, and go only onto that.
    const isOther = !source?.files.some((file) => this.#files.includes(file));
    this.#files = source?.files ?? [];
    if (isOther) earlierReadings.clear();
    if (isOther && source) void this.#inTurn(() => this.#stand());
    this.#changed();
  }

  #changed(): void {
    if (!project.source || this.#isQuiet) return;
    this.event = null;
    this.open = this.#kept && this.role === 'writer' ? 'keeping' : 'unkept';
    void this.#inTurn(() => this.#keep(this.#onto));
  }

  async #stand(): Promise<void> {
    const standing = await this.#kept?.standing();
    if (standing?.ok) this.#onto = standing.value;
  }

  async #keep(onto: Standing | null, alongside?: Alongside): Promise<Problem | null> {
    const { source } = project;
    if (!this.#kept || !source) return null;
    const written = projectToKeep(source);
    const kept = await this.#kept.keep(written, onto, alongside ?? forgottenList.missingIn(onto));
    if (kept.ok) {
      this.#onto = kept.value;
      if (project.source === source) this.open = 'kept';
      [this.problem, this.event, this.hasKept] = [null, null, true];
      inCare.show(written);
      inCare.ask();
      return null;
    }
    const { code } = kept.error;
    this.open = 'unkept';
    // Who writes is said beside the button that takes over, and what another tab kept beside the choice.
    this.problem = code === 'other-tab' || code === 'kept-elsewhere' ? null : kept.error;
    if (code === 'kept-elsewhere') await this.#lookNow();
    return kept.error;
  }

  /** Open these files without keeping them, and then keep them with what goes alongside, in one step. */
  async #replace(files: readonly File[], choices: Choices, alongside: Alongside | null) {
    const { values } = settings;
    await this.#quietly(() => project.open(files, choices));
    // The same shop without one customer: what was set for it stays.
    if (project.source) settings.found(values, fileKeys(project.source));
    return alongside && this.#keep(this.#onto, alongside);
  }

  /** Look at what stands, and do what follows from it for what is open here. */
  #look(): Promise<void> {
    return this.#inTurn(() => this.#lookNow());
  }

  async #lookNow(): Promise<void> {
    const found = await this.#kept?.standing();
    if (!found) return;
    if (!found.ok) {
      this.problem = found.error;
      if (project.source) this.open = 'unkept';
      return;
    }
    const [before, now] = [this.#onto, found.value];
    const isWaiting = this.event === 'cleared' || (!project.source && project.phase !== 'empty');
    const open = project.source ? (this.open === 'kept' ? 'kept' : 'unkept') : 'nothing';
    const step = stepOf(before, now, { role: this.role, open: isWaiting ? 'waiting' : open });
    this.hasKept = now.generation !== null;
    if (step === 'empty' || step === 'close') {
      await this.#empty(now, step === 'empty');
      this.event = step === 'empty' ? 'emptied' : 'forgotten';
      return;
    }
    const isNews = step !== 'cleared' && (await forgetting.refresh());
    if (isNews && step !== 'reopen') await this.#quietly(() => project.rebuild());
    if (this.role === 'writer') await notebook.catchUp();
    if (step === 'reopen') await this.#reopen(true);
    else if (step === 'keep') await this.#keep(now);
    else if (step === 'ask') this.event = 'kept-elsewhere';
    else if (step === 'follow') this.#onto = now;
    else if (step === 'cleared') [this.#onto, this.open, this.event] = [now, 'unkept', 'cleared'];
  }

  async #empty(standing: Standing | null, everything: boolean): Promise<void> {
    [this.#onto, this.#files, this.hasKept, this.event] = [standing, [], false, null];
    inCare.show(null);
    if (everything) {
      settings.found({}, []);
      forgottenList.clear();
      notebook.clear();
      remembered.clear();
    }
    await project.close();
  }

  async #reopen(again = false): Promise<void> {
    const found = await this.#kept?.reopen();
    if (!found?.ok) {
      if (found) this.problem = found.error;
      return;
    }
    if (!found.value) return this.#stand();
    const { files: kept, choices, standing } = found.value;
    [this.#onto, this.hasKept] = [standing, true];
    inCare.show(found.value);
    if (kept.length === 0 || (!again && project.phase !== 'empty')) return;
    this.reopening = true;
    const files = kept.map(({ name, bytes }) => new File([bytes], name));
    try {
      settings.found(found.value.settings, keptKeys(kept));
      earlierReadings.found(found.value.definitions ?? 1);
      await this.#quietly(() => project.open(files, choices));
    } catch {
      // The project's own problem is on screen; the kept bytes stay as they are.
      return;
    } finally {
      this.reopening = false;
    }
    this.event = null;
    // Who was forgotten has been taken out on the way: written back, or their rows would lie here for ever.
    if (files.every((file) => project.source?.files.includes(file))) this.open = 'kept';
    else await this.#keep(standing);
  }

  async #quietly(run: () => Promise<unknown>): Promise<void> {
    this.#isQuiet = true;
    try {
      await run();
    } finally {
      this.#isQuiet = false;
      this.#files = project.source?.files ?? [];
    }
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(run);
    // Whoever asked hears of a failure; the next in line goes on.
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

export const keeping = new Keeping();
