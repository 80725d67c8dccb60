import type { Choices } from '../../domain/choices';
import type { Problem } from '../../domain/outcome';
import type { BuiltReport, Inspection, Progress } from '../../engine/contract';
import { asProblem } from '../as-problem';
import { build, open } from './build';
import { choose } from './choose';
import { Core } from './core';
import { inspect } from './inspect';
import { close, leave } from './leave';
import { add, reopen, unlock } from './mapping';
import type { Parts } from './parts';
import { engineLost } from './restore';
import { openIn, type Session } from './session';

/** The files that are open and the way they got there: one session for the page and the door, told by its transitions alone. */
export interface Transitions {
  readonly now: Session;
  /** Resolves when the tables are there: at once, or when they have been read again after the engine was lost. */
  readonly restored: Promise<void>;
  /** Resolves when the draft holds the last choice: a fast hand presses "Use this file" before its proposal is there. */
  readonly chosen: Promise<void>;
  inspect(files: readonly File[], choices?: Choices): Promise<Inspection>;
  unlock(password: string): Promise<void>;
  choose(choices: Choices): Promise<void>;
  add(): Promise<void>;
  build(choices: Choices): Promise<BuiltReport>;
  open(files: readonly File[], choices?: Choices): Promise<BuiltReport>;
  /** The files that are open, read once more: who was forgotten meanwhile is left out. */
  rebuild(): Promise<void>;
  dismiss(): Promise<void>;
  reopen(): Promise<void>;
  stop(): void;
  close(): Promise<void>;
  /** Another engine has taken the place of the one that was lost. */
  engineLost(): void;
  progressed(progress: Progress): void;
  /** How far the last fit was says nothing about the next one. */
  forgetFitting(): void;
  /** Show what has failed elsewhere on the page. */
  say(error: unknown): void;
  closeProblem(): void;
}

export function makeSession(parts: Parts, onChange: (now: Session) => void): Transitions {
  const core = new Core(parts, onChange);
  let chosen: Promise<void> = Promise.resolve();
  const show = (problem: Problem | null) => core.set({ problem });
  return {
    get now() {
      return core.now;
    },
    get restored() {
      return core.restoring?.done ?? Promise.resolve();
    },
    get chosen() {
      return chosen;
    },
    inspect: (files, choices = {}) => inspect(core, files, choices),
    unlock: (password) => unlock(core, password),
    choose(choices) {
      const choosing = choose(core, choices);
      // Whoever waits for it wants the draft as it then is; what failed is said by the choice itself.
      chosen = choosing.catch(() => undefined);
      return choosing;
    },
    add: () => add(core),
    build: (choices) => build(core, choices),
    open: (files, choices = {}) => open(core, files, choices),
    async rebuild() {
      const source = openIn(core.now.state)?.source;
      if (source) await open(core, source.files, source.choices);
    },
    dismiss: () => leave(core),
    reopen: () => reopen(core),
    stop: () => core.work.stop(),
    close: () => close(core),
    engineLost: () => engineLost(core),
    progressed: (progress) => core.set({ progress }),
    forgetFitting() {
      if (core.now.progress?.stage === 'fitting') core.set({ progress: null });
    },
    say: (error) => show(asProblem(error)),
    closeProblem: () => show(null),
  };
}
