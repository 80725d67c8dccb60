type ScriptUrlPolicy = { createScriptURL(url: string): unknown };
type PolicyFactory = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

const ours = new Set<string>();

const accept = (url: string): string => {
  if (ours.has(url)) return url;
  throw new TypeError(`not one of our scripts: ${url}`);
};

/** One policy a thread, and no default one: a script address that we did not make ourselves is refused. */
const policy = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('app-worker', {
  createScriptURL: accept,
});

/** The address in the form that `new Worker` and `register` demand under `require-trusted-types-for`. */
export function trustedScriptUrl(url: string): string {
  return policy ? (policy.createScriptURL(url) as string) : accept(url);
}

/** Accept an address of our own origin, such as the service worker's. */
export function trustOwnScript(url: string): string {
  ours.add(url);
  return trustedScriptUrl(url);
}

/** A worker from its whole text: a blob: worker inherits the page's policy on every host, headers or none. */
export function blobWorker(text: string, name: string): Worker {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  ours.add(url);
  const worker = new Worker(trustedScriptUrl(url), { name });
  ours.delete(url);
  // The browser has taken the text by the time the first task runs; revoking at once would race it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return worker;
}
