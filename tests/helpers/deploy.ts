import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/run.mjs';
import { headersFor, parseHeaders } from '../../scripts/serve.mjs';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Headers by lower-case name, as a host sends them for a path. */
export type Sent = Record<string, string>;
type Host = (url: string) => Sent;

/** What `public/_headers` asks for: the source that every other host is compared with. */
export const source: Host = (url) => headersFor(parseHeaders(read('public/_headers')), url);

const set = (headers: Sent, name: string, value: string) => (headers[name.toLowerCase()] = value);

/** As nginx does it: `add_header` lines, some of whose values a map chooses by the path. */
export function nginx(text = read('deploy/nginx.conf')): Host {
  const maps = new Map(
    [...text.matchAll(/^map \$uri \$(\w+) \{\n([^}]*)\}/gm)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^\s*(\S+) "([^"]*)";$/gm)].map(([, key = '', value = '']) => ({ key, value })),
    ]),
  );
  const chosen = (name: string, url: string) => {
    const rows = maps.get(name) ?? [];
    const matching = rows.find(({ key }) => key.startsWith('~') && new RegExp(key.slice(1)).test(url));
    return (matching ?? rows.find(({ key }) => key === 'default'))?.value ?? '';
  };
  return (url) => {
    const headers: Sent = {};
    for (const [, name = '', value, map] of text.matchAll(
      /^\s*add_header ([\w-]+) (?:"([^"]*)"|\$(\w+))(?: always)?;$/gm,
    ))
      set(headers, name, value ?? chosen(map ?? '', url));
    return headers;
  };
}

/** As Caddy does it inside `route`: one block for all paths, then lines for some. */
export function caddy(text = read('deploy/Caddyfile')): Host {
  const block = /^\t\theader \{\n([^}]*)\}/m.exec(text)?.[1] ?? '';
  return (url) => {
    const headers: Sent = {};
    for (const [, name = '', value = ''] of block.matchAll(/^\s*([\w-]+) "([^"]*)"$/gm))
      set(headers, name, value);
    for (const [, start = '', name = '', value = ''] of text.matchAll(
      /^\t\theader (\/\S*)\* ([\w-]+) "([^"]*)"$/gm,
    ))
      if (url.startsWith(start)) set(headers, name, value);
    return headers;
  };
}

/** As Apache does it: lines of the host, then those of each <Location> that holds the path. */
export function apache(text = read('deploy/apache.conf')): Host {
  const lines = (part: string, into: Sent) => {
    for (const [, name = '', value = ''] of part.matchAll(/^\s*Header (?:always )?set ([\w-]+) "([^"]*)"$/gm))
      set(into, name, value);
  };
  const locations = /<Location "([^"]*)">([\s\S]*?)<\/Location>/g;
  return (url) => {
    const headers: Sent = {};
    lines(text.replace(locations, ''), headers);
    for (const [, start = '', body = ''] of text.matchAll(locations))
      if (url.startsWith(start)) lines(body, headers);
    return headers;
  };
}

/** One path of each kind that is treated differently, and one that does not exist. */
export const paths = [
  '/',
  '/index.html',
  '/sw.js',
  '/manifest.webmanifest',
  '/fonts/public-sans-400-latin.woff2',
  '/assets/index-1.js',
  '/assets/duckdb-eh-1.wasm.gz',
  '/workers/engine-1.js',
];
