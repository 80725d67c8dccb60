import * as Comlink from 'comlink';
import { model as modelText } from 'virtual:worker-texts';
import { fault } from '../domain/said/problems';
import type { Progress } from './contract';
import { textOfApp } from './client/part';
import { EngineError } from './errors';
import type { FitAnswer, ModelApi, Models } from './model-contract';
import { NotBegun, onShownAgain } from './shown-again';
import { errorTold } from './told';
import { blobWorker } from './trusted';

interface Running {
  worker: Worker;
  api: Comlink.Remote<ModelApi>;
  /** Rejects when the worker fails: a call that is under way then fails with it. */
  broken: Promise<never>;
}

export interface ModelClient extends Models {
  onProgress(listener: (progress: Progress) => void): void;
}

/**
 * The model worker, started for the first fit and kept warm for the next. It holds no data between two calls, so that a stop ends it
 * at once, in the middle of a sum, and the next call starts another.
 */
export function startModelClient(): ModelClient {
  let running: Promise<Running> | null = null;
  let tell: (progress: Progress) => void = () => undefined;

  async function start(): Promise<Running> {
    const worker = blobWorker(await textOfApp(modelText), { name: 'models' });
    const broken = new Promise<never>((_, reject) =>
      worker.addEventListener('error', (event) => reject(failed(event.message))),
    );
    // Whoever waits for a fit hears of it; without one nobody does.
    broken.catch(() => undefined);
    let listening: (() => void) | undefined;
    // Its first word is that it is up.
    const up = new Promise<void>((resolve, reject) => {
      listening = onShownAgain(() => reject(new NotBegun()));
      worker.addEventListener('message', () => resolve(), { once: true });
    });
    try {
      await Promise.race([up, broken]);
    } catch (error) {
      worker.terminate();
      if (!(error instanceof NotBegun)) throw error;
      return await start();
    } finally {
      listening?.();
    }
    return { worker, api: Comlink.wrap<ModelApi>(worker), broken };
  }

  return {
    onProgress(listener) {
      tell = listener;
    },
    async fit(signal, id, ipc, params) {
      signal.throwIfAborted();
      running ??= start();
      const mine = running;
      const forget = () => {
        if (running === mine) running = null;
      };
      const stopped = new Promise<never>((_, reject) => {
        const stop = () => {
          forget();
          void mine.then(({ worker }) => worker.terminate()).catch(() => undefined);
          reject(errorTold(fault('cancelled', {})));
        };
        if (signal.aborted) stop();
        signal.addEventListener('abort', stop, { once: true });
      });
      const { api, broken } = await Promise.race([mine, stopped]).catch((error: unknown) => {
        forget();
        throw error instanceof EngineError ? error : failed(String(error));
      });
      const onShare = Comlink.proxy((share: number) =>
        tell({ stage: 'fitting', share, done: null, total: null, unit: null }),
      );
      try {
        const fit = api.fit(id, Comlink.transfer(ipc, [ipc.buffer as ArrayBuffer]), params, onShare);
        const answer = await Promise.race([fit, stopped, broken]);
        if (!answer.ok) throw errorTold(answer.error);
        return answer.value as FitAnswer;
      } catch (error) {
        if (!(error instanceof EngineError)) forget();
        throw error;
      }
    },
  };
}

const failed = (why: string) => errorTold(fault('model-failed', { why }));
