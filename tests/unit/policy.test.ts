import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { devPolicy } from '../../scripts/dev-policy';
import { root } from '../../scripts/run.mjs';
import { headersFor, parseHeaders } from '../../scripts/serve.mjs';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const rules = parseHeaders(read('public/_headers'));
const policyOf = (html: string) =>
  /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';

/** Directives that a <meta> cannot carry. */
const headerOnly = /^(frame-ancestors|sandbox|report-to|report-uri)\b/;

const golden = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "media-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html app-worker',
];

test('the policy in the page is the golden one', () => {
  expect(policyOf(read('index.html')).split('; ')).toEqual(golden);
});

test('the policy in the header is the one in the page and nothing may frame us', () => {
  const header = (headersFor(rules, '/index.html')['content-security-policy'] ?? '').split('; ');
  expect(header.filter((line) => !headerOnly.test(line))).toEqual(golden);
  expect(header.filter((line) => headerOnly.test(line))).toEqual(["frame-ancestors 'none'"]);
});

test('no policy allows inline code, eval, a foreign host or the default Trusted Types policy', () => {
  const all = rules.flatMap((rule) =>
    rule.set.filter(([name]) => name === 'Content-Security-Policy').map(([, text]) => text),
  );
  expect(all).toHaveLength(2);
  for (const text of [...all, policyOf(read('index.html'))]) {
    expect(text).not.toMatch(
      /'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|https?:|\*|allow-duplicates|trusted-types[^;]*default/,
    );
    expect(text.startsWith("default-src 'none'")).toBe(true);
  }
});

test('a worker has its own policy alone: two policies on one response would intersect', () => {
  expect(headersFor(rules, '/workers/engine-1.js')['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src blob:",
  );
});

test('named files are kept for ever, the page and the service worker are asked for each time', () => {
  expect(headersFor(rules, '/assets/index-1.js')['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  );
  expect(headersFor(rules, '/')['cache-control']).toBe('no-cache');
  expect(headersFor(rules, '/sw.js')['cache-control']).toBe('no-cache');
});

test('every response is isolated and sends no referrer', () => {
  expect(headersFor(rules, '/anything')).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'origin-agent-cluster': '?1',
  });
});

test('the development server relaxes styles and its own socket, nothing else, and only there', () => {
  const plugin = devPolicy();
  expect(plugin.apply).toBe('serve');
  const relax = plugin.transformIndexHtml as (html: string) => string;
  const changed = policyOf(relax(read('index.html'))).split('; ');
  expect(changed.filter((line) => !golden.includes(line))).toEqual([
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' ws:",
  ]);
});

test('a second path joins a header, "!" takes it away, and nonsense is an error', () => {
  const parsed = parseHeaders('/*\n  A: 1\n/b/*\n  A: 2\n/c\n  ! A\n');
  expect(headersFor(parsed, '/b/x')).toEqual({ a: '1, 2' });
  expect(headersFor(parsed, '/c')).toEqual({});
  expect(() => parseHeaders('/*\n  nonsense\n')).toThrow('neither');
  expect(() => parseHeaders('  A: 1\n')).toThrow('above the first path');
});
