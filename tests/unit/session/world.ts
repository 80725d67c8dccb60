import type { Choices } from '../../../src/domain/choices';
import type { BuiltReport, Inspection } from '../../../src/engine/contract';
import { EngineError } from '../../../src/engine/errors';
import type { SourceTable } from '../../../src/engine/source-contract';
import { withPasswords } from '../../../src/state/passwords';
import { makeSession } from '../../../src/state/session/make-session';
import type { Parts, SessionEngine } from '../../../src/state/session/parts';
import { filesBeside, openIn, restingOf, type Session } from '../../../src/state/session/session';

const error = (code: string) => new EngineError({ code, message: code });

/** A call that waits for a test. */
interface Gate {
  reached: Promise<void>;
  /** Let it answer. */
  release(): void;
}

interface Held {
  arrive: () => void;
  released: Promise<void>;
  /** Answers although it was stopped, as an answer does that was already on its way. */
  late: boolean;
}

type Call = 'inspect' | 'propose' | 'dismiss' | 'build' | 'close' | 'read' | 'sift';

export const file = (name: string, size = 1): File => new File([new Uint8Array(size)], name);

/** Fails soon where it would fail only after the time that tests have. */
export const soon = <T>(call: Promise<T>): Promise<T> =>
  Promise.race([
    call,
    new Promise<never>((_, reject) => setTimeout(() => reject(error('still-waiting')), 1000)),
  ]);

/** How a call ends. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  soon(call).then(
    () => 'done',
    (failure: EngineError) => failure.code,
  );

/** A session with a fake of everything outside it. The engine holds names in place of tables, and can be lost. */
export class World {
  /** What the engine holds: names of files. */
  open: string | null = null;
  beside: string | null = null;
  /** Every call that reached the engine, with what it was about. */
  readonly calls: string[] = [];
  readonly told: string[] = [];
  readonly counted: Choices[] = [];
  /** Names of files that a forgotten customer is in. */
  readonly forgotten = new Set<string>();
  readonly refused = new Set<string>();
  readonly phases: string[] = [];
  refusesChoices: (choices: Choices) => boolean = () => false;

  #gates = new Map<Call, Held[]>();
  #waiting = new Set<(failure: EngineError) => void>();

  readonly session = makeSession(this.#parts(), ({ state }) => {
    if (this.phases.at(-1) !== state.phase) this.phases.push(state.phase);
  });

  get now(): Session {
    return this.session.now;
  }

  /** The next call of this kind waits until it is released, stopped, or lost with the engine. */
  hold(call: Call, { late = false } = {}): Gate {
    let arrive = () => {};
    let release = () => {};
    const reached = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    this.#gates.set(call, [...(this.#gates.get(call) ?? []), { arrive, released, late }]);
    return { reached, release };
  }

  /** The engine breaks: what waits for it fails, and then another one takes its place, as `startEngineClient` does it. */
  async lose(): Promise<void> {
    [this.open, this.beside] = [null, null];
    const left = [...this.#waiting];
    this.#waiting.clear();
    left.forEach((fail) => fail(error('engine-crashed')));
    await new Promise((resolve) => setTimeout(resolve));
    this.session.engineLost();
  }

  /** What the session says is open is what the engine holds. */
  agrees(): boolean {
    const { state } = this.now;
    const names = (files: readonly File[] | null | undefined) => (files ? namesOf(files) : null);
    return (
      names(openIn(state)?.source.files) === this.open && names(filesBeside(restingOf(state))) === this.beside
    );
  }

  async #pass(call: Call, signal: AbortSignal, isEngine: boolean): Promise<void> {
    const gate = this.#gates.get(call)?.shift();
    if (!gate) return;
    gate.arrive();
    let fail: (failure: EngineError) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => (fail = reject));
    failed.catch(() => undefined);
    if (isEngine) this.#waiting.add(fail);
    if (!gate.late) signal.addEventListener('abort', () => fail(error('cancelled')));
    await Promise.race([gate.released, failed]);
    this.#waiting.delete(fail);
  }

  #parts(): Parts {
    const preview = {
      wait: () => undefined,
      stop: () => undefined,
      clear: () => undefined,
      count: (choices: Choices) => Promise.resolve(void this.counted.push(choices)),
    };
    return {
      engine: this.#engine(),
      preview,
      readTables: async (signal, files, choices, onFile) => {
        await this.#pass('read', signal, false);
        for (const one of files) {
          onFile(one);
          const said = withPasswords(one.name, choices).files?.find(({ name }) => name === one.name);
          if (one.name.startsWith('locked') && said?.password !== 'right') throw error('needs-choice');
        }
        onFile(null);
        return files.map(({ name }) => ({ name }) as unknown as SourceTable);
      },
      sift: async (signal, files, choices) => {
        await this.#pass('sift', signal, false);
        if (!files.some(({ name }) => this.forgotten.has(name))) return null;
        return { files: files.map(({ name }) => file(`without-${name}`)), choices };
      },
      afterBuild: () => this.told.push(this.open ?? 'nothing'),
    };
  }

  #engine(): SessionEngine {
    const about = (choices: Choices) => ({ proposal: { questions: [], choices } });
    return {
      inspect: async (signal, tables, choices) => {
        const names = namesOf(tables);
        this.calls.push(`inspect ${names}`);
        await this.#pass('inspect', signal, true);
        if (this.refused.has(names)) throw error('bad-file');
        this.beside = names;
        return { file: { name: names }, ...about(choices) } as unknown as Inspection;
      },
      propose: async (signal, choices) => {
        this.calls.push('propose');
        await this.#pass('propose', signal, true);
        if (this.refusesChoices(choices)) throw error('bad-choice');
        return about(choices) as unknown as Inspection;
      },
      dismiss: async (signal) => {
        this.calls.push('dismiss');
        await this.#pass('dismiss', signal, true);
        this.beside = null;
      },
      build: async (signal, choices) => {
        this.calls.push(`build ${this.beside ?? this.open ?? 'nothing'}`);
        await this.#pass('build', signal, true);
        if (!(this.beside ?? this.open)) throw error('nothing-open');
        if (this.refusesChoices(choices)) throw error('bad-choice');
        [this.open, this.beside] = [this.beside ?? this.open, null];
        return { choices, provenance: { files: [] } } as unknown as BuiltReport;
      },
      close: async (signal) => {
        this.calls.push('close');
        await this.#pass('close', signal, true);
        [this.open, this.beside] = [null, null];
      },
    };
  }
}

const namesOf = (named: readonly { name: string }[]): string => named.map(({ name }) => name).join(' + ');
