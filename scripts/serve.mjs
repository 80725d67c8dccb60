/** A small static server on localhost: for `npm start`, and for tests that count what reaches a server. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { isMain, root } from './run.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/**
 * Read a `_headers` file: a line that starts at the margin is a path (`*` matches the rest), the indented lines
 * below it are `Name: value`, or `! Name` to take away what an earlier path has set.
 * @param {string} text
 */
export function parseHeaders(text) {
  /** @type {{ pattern: string, set: [string, string][], remove: string[] }[]} */
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: line.trim(), set: [], remove: [] });
      continue;
    }
    const rule = rules.at(-1);
    if (!rule) throw new Error(`_headers: "${line.trim()}" stands above the first path`);
    const removed = /^\s+!\s*([\w-]+)\s*$/.exec(line);
    const set = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line);
    if (removed) rule.remove.push(removed[1]);
    else if (set) rule.set.push([set[1], set[2]]);
    else throw new Error(`_headers: "${line.trim()}" is neither "Name: value" nor "! Name"`);
  }
  return rules;
}

const matches = (pattern, url) =>
  pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : url === pattern;

/**
 * The headers for a path; a name set twice is joined by a comma, as the hosts that read this file do.
 * @param {ReturnType<typeof parseHeaders>} rules
 * @param {string} url
 * @returns {Record<string, string>}
 */
export function headersFor(rules, url) {
  const headers = new Map();
  for (const rule of rules.filter((one) => matches(one.pattern, url))) {
    for (const name of rule.remove) headers.delete(name.toLowerCase());
    for (const [name, value] of rule.set) {
      const before = headers.get(name.toLowerCase());
      headers.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
    }
  }
  return Object.fromEntries(headers);
}

/** The file for a URL path below `base`, or null where it is outside, missing or no file. */
function fileFor(dir, base, pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (!decoded.startsWith(base) || decoded.includes('\0')) return null;
  const inside = decoded.slice(base.length);
  const file = path.resolve(
    dir,
    `./${inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside}`,
  );
  if (file !== dir && !file.startsWith(dir + path.sep)) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

/**
 * A server that is not listening yet.
 * dir: the built folder. base: path prefix that ends with "/". headers: apply the folder's `_headers`.
 * extraHeaders: laid over everything (tests that take a wall away). onRequest(record): called for each request.
 * The result's `requests` holds { method, url, headers, body, status } in order of arrival.
 */
export function createServer({ dir, base = '/', headers = true, extraHeaders = {}, onRequest = undefined }) {
  const folder = path.resolve(dir);
  const headersFile = path.join(folder, '_headers');
  const rules = headers && existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, 'utf8')) : [];
  /** @type {{ method: string, url: string, headers: http.IncomingHttpHeaders, body: string, status: number }[]} */
  const requests = [];
  const server = http.createServer((request, response) => {
    const record = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: '',
      status: 0,
    };
    requests.push(record);
    const pathname = (request.url ?? '/').replace(/[?#].*$/, '');
    const file = fileFor(folder, base, pathname);
    const allowed = request.method === 'GET' || request.method === 'HEAD';
    record.status = !allowed ? 405 : file && path.basename(file) !== '_headers' ? 200 : 404;
    const written = { ...headersFor(rules, `/${pathname.slice(base.length)}`), ...extraHeaders };
    const body = bodyOf(request).then((text) => (record.body = text));
    // A request that breaks off has no whole body; it is recorded all the same.
    body.catch(() => {}).finally(() => onRequest?.(record));
    if (record.status !== 200 || !file) {
      response.writeHead(record.status, { ...written, 'content-type': 'text/plain; charset=utf-8' });
      response.end(record.status === 405 ? 'only GET here\n' : 'not found\n');
      return;
    }
    response.writeHead(200, {
      ...written,
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
  return Object.assign(server, { requests });
}

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });

/**
 * Serve a folder. port 0 takes any free one; with `orNext` a taken port means the next one up.
 * Returns { url, port, requests, close }; url ends with the base.
 */
export async function serve({ port = 0, orNext = false, ...options }) {
  const base = options.base ?? '/';
  for (let candidate = port; ; candidate++) {
    const server = createServer(options);
    try {
      const taken = await listen(server, candidate);
      const close = () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(() => resolve(undefined));
        });
      return { url: `http://localhost:${taken}${base}`, port: taken, requests: server.requests, close };
    } catch (error) {
      if (!orNext || error.code !== 'EADDRINUSE' || candidate > port + 100) throw error;
    }
  }
}

if (isMain(import.meta)) {
  const argument = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : process.argv[at + 1];
  };
  const { url } = await serve({
    dir: path.resolve(root, argument('dir', 'dist')),
    port: Number(argument('port', '4173')),
    base: argument('base', '/'),
    headers: !process.argv.includes('--no-headers'),
    orNext: true,
  });
  console.log(`Serving at ${url}  (Ctrl+C ends it)`);
}
