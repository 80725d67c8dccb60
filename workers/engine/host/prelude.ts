/** The address under which DuckDB's worker asks for its wasm; answered by the prelude, never by a network. */
export const WASM_URL = 'https://engine.invalid/duckdb-eh.wasm';

/** What is taken from a worker once the engine is up. `import()` cannot be taken; the page's policy stops it. */
export const NETWORK_APIS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'FontFace',
  'fonts',
  'caches',
  'CacheStorage',
  'Cache',
];

/**
 * Replace every network API of this global by a stub that throws. Written as one self-contained function, because
 * its text also stands in DuckDB's worker, which is not ours to import into.
 */
export function removeNetworkApis(scope: object, names: string[]): void {
  const refused = function () {
    throw new TypeError('the engine has no network');
  };
  for (const name of names) {
    if (!(name in scope)) continue;
    for (let owner: object | null = scope; owner; owner = Object.getPrototypeOf(owner) as object | null) {
      if (Object.prototype.hasOwnProperty.call(owner, name)) {
        Object.defineProperty(owner, name, { value: refused, writable: false, configurable: false });
      }
    }
  }
}

/** Classes that DuckDB's worker asks of any file whether it is one of them: a browser without them would end on the question. */
const ASKED_FOR = ['FileSystemFileHandle', 'FileSystemSyncAccessHandle'];

/**
 * Text that runs before DuckDB's own in its worker: names the classes that it asks for, keeps the posted code, which the page has compiled, and gives it where
 * DuckDB asks for its wasm at one magic address, and on `seal` removes the network APIs. Replies go through the port that came with the message, since
 * DuckDB's client would take any other message for an answer of its own.
 */
export const PRELUDE = `(() => {
  const removeNetworkApis = ${removeNetworkApis.toString()};
  for (const name of ${JSON.stringify(ASKED_FOR)}) if (!(name in self)) self[name] = class {};
  let code = null;
  self.addEventListener('message', (event) => {
    const told = event.data && event.data.regulars;
    if (!told) return;
    event.stopImmediatePropagation();
    if (told === 'code') code = event.data.code;
    if (told === 'seal') {
      removeNetworkApis(self, ${JSON.stringify(NETWORK_APIS)});
      event.data.port.postMessage({ sealed: ${JSON.stringify(NETWORK_APIS)}.every((name) => {
        if (!(name in self)) return true;
        try { self[name](); return false; } catch (error) { return String(error).includes('no network'); }
      }) });
    }
  });
  self.fetch = (request) => {
    const url = typeof request === 'string' ? request : request.url;
    if (url !== ${JSON.stringify(WASM_URL)} || !code) return Promise.reject(new TypeError('the engine has no network'));
    return Promise.resolve(new Response(null, { headers: { 'content-type': 'application/wasm' } }));
  };
  WebAssembly.instantiateStreaming = async (answer, imports) => {
    const module = code;
    code = null;
    await answer;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
})();
`;
