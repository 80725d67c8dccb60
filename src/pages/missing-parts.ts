/** What the app cannot do without, by the name of the message that says so. */
const NEEDED: Record<string, (scope: typeof globalThis) => boolean> = {
  wasm: (scope) => typeof scope.WebAssembly === 'object',
  worker: (scope) => typeof scope.Worker === 'function',
  inflate: (scope) => typeof scope.DecompressionStream === 'function',
  storage: (scope) => typeof scope.Blob?.prototype.stream === 'function',
};

/** The parts that this browser lacks; empty where everything is there. */
export const missingParts = (scope: typeof globalThis): string[] =>
  Object.entries(NEEDED).flatMap(([name, isThere]) => (isThere(scope) ? [] : [name]));
