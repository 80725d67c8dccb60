import * as Comlink from 'comlink';
import { fault } from '../../../src/domain/said/problems';
import type { UntoldApi, WireEngine } from '../../../src/engine/contract';
import type { WireAnswer } from '../../../src/engine/call-contract';
import { EngineFault, type EngineFaultFields } from '../../../src/engine/errors';
import { troubleOf } from './trouble';

/** Buffers inside an answer, to be moved and not copied. */
function buffersOf(value: unknown): Transferable[] {
  const ipc = (value as { ipc?: Uint8Array } | null)?.ipc;
  return ipc ? [ipc.buffer] : [];
}

/** Any failure as fields that survive the worker boundary. */
export function fieldsOf(error: unknown, signal: AbortSignal): EngineFaultFields {
  if (signal.aborted) return fault('cancelled', {});
  if (error instanceof EngineFault) return error.fields;
  const why = error instanceof Error ? error.message : String(error);
  switch (troubleOf(error)) {
    case 'out-of-memory':
      return fault('out-of-memory', {});
    case 'engine-crashed':
      return fault('engine-crashed', { why });
    case null:
      return fault('engine-failed', { why });
  }
}

/**
 * The api as it crosses the wall: an AbortSignal cannot be posted, so each call carries a number, and `cancel`
 * aborts the call of that number. Calls run one after another; a cancelled one that still waits is answered at once
 * and never starts.
 */
export function toWire(api: UntoldApi): WireEngine {
  const running = new Map<number, AbortController>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    async call(job, method, args) {
      const controller = new AbortController();
      running.set(job, controller);
      let started = false;
      const cancelled = new Promise<WireAnswer>((resolve) => {
        controller.signal.addEventListener('abort', () => {
          if (!started) resolve({ ok: false, error: fieldsOf(null, controller.signal) });
        });
      });
      const run = async (): Promise<WireAnswer> => {
        started = true;
        try {
          controller.signal.throwIfAborted();
          const method_ = api[method] as (signal: AbortSignal, ...rest: unknown[]) => Promise<unknown>;
          const value = await method_(controller.signal, ...args);
          return Comlink.transfer({ ok: true, value }, buffersOf(value));
        } catch (error) {
          return { ok: false, error: fieldsOf(error, controller.signal) };
        } finally {
          running.delete(job);
        }
      };
      const mine = last.then(run);
      last = mine;
      return Promise.race([mine, cancelled]);
    },
    cancel(job) {
      running.get(job)?.abort();
    },
  };
}
