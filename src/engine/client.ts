import * as Comlink from 'comlink';
import type { HostProblems } from '../domain/said/engine-problems';
import { fault } from '../domain/said/problems';
import { engineBytes, engineWorkerText } from './client/code';
import type { EngineApi, EngineStart, Progress, WireEngine } from './contract';
import { EngineError } from './errors';
import { NotBegun, onShownAgain } from './shown-again';
import { answerTold, errorTold } from './told';
import { blobWorker } from './trusted';

/** A call that was asked to stop gets this long to end inside the engine; then a new engine takes its place. */
const STOP_LIMIT_MS = 4000;

interface Running {
  worker: Worker;
  wire: Comlink.Remote<WireEngine>;
}

interface Bootstrap {
  start(
    code: WebAssembly.Module | MessagePort,
    told: EngineStart,
    onProgress: (progress: Progress) => void,
    onCompiled: (code: WebAssembly.Module) => void,
  ): Promise<Comlink.Remote<WireEngine> & Comlink.ProxyMarked>;
}

export interface EngineClient extends EngineApi {
  /** Resolves when the engine can answer; rejects with `engine-unavailable`. */
  readonly ready: Promise<void>;
  /** Progress of whatever runs now. */
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Told when a new engine takes the place of one that stopped; its data has to be loaded again. */
  onRestart(listener: () => void): () => void;
  /** End the worker as a crash would: for the tests of what follows one. */
  crash(): void;
}

/** Spawn, stop and replace the engine's worker. No call is left without an answer, whatever becomes of it. */
export function startEngineClient(appVersion: string): EngineClient {
  const progressListeners = new Set<(progress: Progress) => void>();
  const restartListeners = new Set<() => void>();
  const waiting = new Map<number, (error: EngineError) => void>();
  const replaced = new WeakSet<Worker>();
  let job = 0;
  /** Compiled once: an engine that takes another's place starts from the same code. */
  let compiled: WebAssembly.Module | null = null;
  let running: Promise<Running>;
  let failed: Promise<Running> | null = null;
  let rehearsal: AbortController | null = null;
  start();

  async function spawn(): Promise<Running> {
    const bytes = compiled ?? engineBytes();
    // The workers start while the code is still on its way.
    const worker = blobWorker(await engineWorkerText(), { name: 'engine' });
    const remote = Comlink.wrap<Bootstrap>(worker);
    let isUp = false;
    let listening: (() => void) | undefined;
    const broken = new Promise<never>((_, reject) => {
      listening = onShownAgain(() => reject(new NotBegun()));
      worker.addEventListener('error', (event) => {
        const error = crashed('error', event.message);
        reject(error);
        // One that fails before it could answer is not started again by itself: it would fail for ever.
        if (isUp) replace(worker, error);
      });
    });
    const onProgress = Comlink.proxy((progress: Progress) =>
      progressListeners.forEach((tell) => tell(progress)),
    );
    const onCompiled = Comlink.proxy((code: WebAssembly.Module) => {
      compiled = code;
    });
    const code = bytes instanceof MessagePort ? Comlink.transfer(bytes, [bytes]) : bytes;
    const started = remote.start(code, { appVersion }, onProgress, onCompiled);
    try {
      const wire = (await Promise.race([started, broken])) as unknown as Comlink.Remote<WireEngine>;
      isUp = true;
      // From here on a failure is told to `replace` by the listener; nobody waits for this promise any more.
      broken.catch(() => undefined);
      return { worker, wire };
    } catch (error) {
      worker.terminate();
      if (!(error instanceof NotBegun)) throw error;
      return await spawn();
    } finally {
      listening?.();
    }
  }

  /** End a worker once and start the next. Every call that still waits gets `error`. */
  function replace(worker: Worker, error: EngineError): void {
    if (replaced.has(worker)) return;
    replaced.add(worker);
    worker.terminate();
    const left = [...waiting.values()];
    waiting.clear();
    start();
    for (const reject of left) reject(error);
    // Those who waited hear of the end first, and say why; then their data is loaded again.
    setTimeout(() => restartListeners.forEach((tell) => tell()));
  }

  /** The engine that runs now; one that could not be loaded is tried anew by the next call. */
  function start(): void {
    const mine = spawn();
    running = mine;
    mine.catch(() => (failed = mine));
  }

  function call(method: keyof EngineApi, signal: AbortSignal, args: unknown[]): Promise<unknown> {
    const mine = ++job;
    // Whatever is asked for goes before a rehearsal.
    rehearsal?.abort();
    rehearsal = null;
    if (failed === running) start();
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(stopped());
      let asked: Running | null = null;
      let isAnswered = false;
      const settle = (finish: () => void) => {
        waiting.delete(mine);
        signal.removeEventListener('abort', onAbort);
        finish();
      };
      // Who stops a call is free at once; the engine gets a while to end it cleanly before it is replaced.
      const onAbort = () => {
        settle(() => reject(stopped()));
        if (!asked) return;
        const { wire, worker } = asked;
        void wire.cancel(mine);
        setTimeout(() => {
          if (!isAnswered) replace(worker, crashed('not-stopped'));
        }, STOP_LIMIT_MS);
      };
      waiting.set(mine, (error) => settle(() => reject(error)));
      signal.addEventListener('abort', onAbort, { once: true });
      running
        .then(async (engine) => {
          if (!waiting.has(mine)) return;
          asked = engine;
          const answer = await engine.wire.call(mine, method, args);
          isAnswered = true;
          if (answer.ok) return waiting.has(mine) && settle(() => resolve(answerTold(method, answer.value)));
          const error = errorTold(answer.error);
          if (waiting.has(mine)) settle(() => reject(error));
          if (error.code === 'engine-crashed') replace(engine.worker, error);
        })
        .catch((error: unknown) => settle(() => reject(asEngineError(error))));
    });
  }

  const methods: Record<keyof EngineApi, true> = {
    rehearse: true,
    inspect: true,
    propose: true,
    dismiss: true,
    prepare: true,
    profile: true,
    build: true,
    forgottenIn: true,
    withoutCustomers: true,
    runAnalysis: true,
    fitInput: true,
    keepFitted: true,
    runUserQuery: true,
    rowsOf: true,
    schema: true,
    attributes: true,
    attributeValues: true,
    scopeSize: true,
    close: true,
    seal: true,
    version: true,
  };
  const api = Object.fromEntries(
    (Object.keys(methods) as (keyof EngineApi)[]).map((method) => [
      method,
      (signal: AbortSignal, ...args: unknown[]) => call(method, signal, args),
    ]),
  ) as unknown as EngineApi;

  return {
    ...api,
    async rehearse(signal) {
      const stop = new AbortController();
      const rehearsed = call('rehearse', AbortSignal.any([signal, stop.signal]), []);
      rehearsal = stop;
      await rehearsed;
    },
    get ready() {
      return running.then(
        () => undefined,
        (error: unknown) => Promise.reject(asEngineError(error)),
      );
    },
    onProgress(listener) {
      progressListeners.add(listener);
      return () => progressListeners.delete(listener);
    },
    onRestart(listener) {
      restartListeners.add(listener);
      return () => restartListeners.delete(listener);
    },
    crash() {
      void running.then(({ worker }) => replace(worker, crashed('by-hand')));
    },
  };
}

const stopped = () => errorTold(fault('cancelled', {}));

type Replaced = HostProblems['engine-replaced'];

const crashed = (why: Replaced['why'], error = '') =>
  errorTold(fault('engine-replaced', { why, error }, { code: 'engine-crashed' }));

const asEngineError = (error: unknown) =>
  error instanceof EngineError ? error : errorTold(fault('engine-unavailable', { why: String(error) }));
