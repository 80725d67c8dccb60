import { SHARED_ASK, SHARED_QUERY, SHARE_FIELD, SHARE_PATH } from '../src/domain/shared-files';

/**
 * The service worker: after one visit the page works without its server. It keeps the files of one build, each
 * checked against its hash, and nothing else; it lets no request of the page out to anywhere else, and nothing that carries
 * a body out at all.
 */
interface Build {
  revision: string;
  /** Paths relative to the page → SHA-256 in hexadecimal. */
  files: Record<string, string>;
  /** Content-Security-Policy of our worker texts. */
  workerPolicy: string;
}
declare const __BUILD__: Build;

const worker = self as unknown as ServiceWorkerGlobalScope;
const scope = new URL('./', worker.location.href);
const prefix = `regulars:${scope.pathname}:`;
const cacheName = prefix + __BUILD__.revision;
const page = 'index.html';
/** How long shared files wait for the page that is opened for them. */
const SHARED_WAIT_MS = 60_000;
/** Asks for the page of the version before: index.html links to it where the newest does not start. */
const BEFORE = '?before';

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Headers that speak of the bytes on the wire, not of the file. */
const ofTheWire = ['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie', 'vary'];

/** Fetch one file past any cache and refuse it where it is not the file that was built. */
async function fetched(path: string, sha256: string): Promise<Response> {
  const response = await fetch(new URL(path, scope), { cache: 'no-cache', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== sha256)
    throw new Error(`${path} is not as it was built`);
  const headers = new Headers(response.headers);
  for (const name of ofTheWire) headers.delete(name);
  if (path.startsWith('workers/')) headers.set('content-security-policy', __BUILD__.workerPolicy);
  return new Response(bytes, { status: 200, headers });
}

/** All files or none: a failure leaves the version before in charge. */
async function install() {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const missing = Object.entries(__BUILD__.files).filter(([path]) => !kept.has(new URL(path, scope).href));
  const queue = missing.values();
  const lane = async () => {
    for (const [path, sha256] of queue)
      await cache.put(new URL(path, scope).href, await fetched(path, sha256));
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

const windows = () => worker.clients.matchAll({ type: 'window', includeUncontrolled: true });

/** Caches of earlier builds, once a page of this one runs, unless another window may still need a file of its own build. */
async function tidy() {
  if ((await windows()).length > 1) return;
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
}

/** From the newest of the earlier builds that has it. */
async function fromEarlierBuild(url: string): Promise<Response | undefined> {
  for (const name of (await caches.keys()).reverse()) {
    if (!name.startsWith(prefix) || name === cacheName) continue;
    const found = await (await caches.open(name)).match(url);
    if (found) return found;
  }
  return undefined;
}

/** The path below our scope without its query, or null where it is outside. The root is the page. */
function pathOf(url: URL): string | null {
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  return decodeURIComponent(url.pathname.slice(scope.pathname.length)) || page;
}

/** Files that were shared, until the page asks for them: in memory, never written and never sent. */
let shared: File[] = [];
let taken = () => {};

/** Keep the files of the posted form and open the page, which asks for them. Stays awake until it has. */
async function receive(event: FetchEvent): Promise<Response> {
  const form = await event.request.formData();
  const files = form.getAll(SHARE_FIELD).filter((one) => one instanceof File);
  shared = [...shared, ...files];
  const forget = () => (shared = shared.filter((one) => !files.includes(one)));
  event.waitUntil(
    new Promise<void>((resolve) => {
      taken = resolve;
      setTimeout(resolve, SHARED_WAIT_MS);
    }).then(forget),
  );
  return Response.redirect(new URL(SHARED_QUERY, scope).href, 303);
}

function giveShared(port: MessagePort | undefined) {
  port?.postMessage(shared);
  shared = [];
  taken();
}

async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const asked = new URL(request.url);
  const path = pathOf(asked);
  if (request.method === 'POST' && path === SHARE_PATH) return receive(event);
  if (request.method !== 'GET' && request.method !== 'HEAD') return Response.error();
  const isNavigation = request.mode === 'navigate';
  if (path === null) return isNavigation ? fetch(request) : Response.error();
  const url = new URL(path, scope).href;
  const before = isNavigation && asked.search === BEFORE ? await fromEarlierBuild(url) : undefined;
  if (before) return before;
  if (path in __BUILD__.files) {
    const cache = await caches.open(cacheName);
    return (await cache.match(url)) ?? fetch(url, { cache: 'no-cache' });
  }
  if (isNavigation) return fetch(request);
  return (await fromEarlierBuild(url)) ?? Response.error();
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => event.respondWith(answer(event)));
worker.addEventListener('message', (event) => {
  if (event.data === 'apply-update') event.waitUntil(worker.skipWaiting());
  if (event.data === 'started') event.waitUntil(tidy());
  if (event.data === SHARED_ASK) giveShared(event.ports[0]);
});
