import { engine as engineText, wasm as engineWasm } from 'virtual:worker-texts';
import { partOfApp, textOfApp } from './part';

/** The text of the engine's worker. Rejects with `part-missing` where it cannot be had. */
export const engineWorkerText = (): Promise<string> => textOfApp(engineText);

/**
 * The bytes of the engine's code as they arrive, a piece a message, null after the last; a text says what went wrong. The
 * page only hands them on: to inflate and compile them here would keep it from drawing for half a second.
 */
export function engineBytes(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const send = async () => {
    const reader = (await partOfApp(engineWasm)).body!.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      port1.postMessage(value, [value.buffer]);
    }
    port1.postMessage(null);
  };
  send().catch((error: unknown) => port1.postMessage(error instanceof Error ? error.message : String(error)));
  return port2;
}
