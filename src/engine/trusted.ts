/** A script URL that Trusted Types lets through; a plain text where a browser has no Trusted Types. */
export interface TrustedScriptURL {
  toString(): string;
}
interface Policy {
  createScriptURL(url: string): TrustedScriptURL;
}
interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

/** Path of the service worker, relative to the page. */
export const SERVICE_WORKER = 'sw.js';

/** blob: URLs made by `blobWorker` and not used yet. */
const ours = new Set<string>();

function accept(url: string): string {
  if (ours.has(url)) return url;
  const base = (globalThis as unknown as { document?: { baseURI: string } }).document?.baseURI;
  if (base && new URL(url, base).href === new URL(SERVICE_WORKER, base).href) return url;
  throw new TypeError(`not a script of this app: ${url}`);
}

/** Made once: the page's policy refuses a second one of this name. */
const policy = (globalThis as unknown as { trustedTypes?: Factory }).trustedTypes?.createPolicy(
  'app-worker',
  {
    createScriptURL: accept,
  },
);

/** The only way to a script URL: the service worker's path or a blob of ours. Throws a TypeError for all else. */
export function trustedScriptUrl(url: string): TrustedScriptURL | string {
  return policy ? policy.createScriptURL(url) : accept(url);
}

/**
 * A classic worker from its whole text: a blob: worker inherits the page's policy on every host, a worker from a URL
 * does not. The URL is given back when the worker first speaks or fails.
 */
export function blobWorker(text: string, options: WorkerOptions = {}): Worker {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  ours.add(url);
  try {
    const worker = new Worker(trustedScriptUrl(url) as string, options);
    const release = () => URL.revokeObjectURL(url);
    worker.addEventListener('message', release, { once: true });
    worker.addEventListener('error', release, { once: true });
    return worker;
  } finally {
    ours.delete(url);
  }
}
