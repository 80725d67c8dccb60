import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { apache, caddy, nginx, paths, source } from '../helpers/deploy';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe.each([
  ['nginx', 'deploy/nginx.conf', nginx],
  ['Caddy', 'deploy/Caddyfile', caddy],
  ['Apache', 'deploy/apache.conf', apache],
])('%s', (_name, file, host) => {
  test.each(paths)('sends the headers of public/_headers for %s', (url) => {
    expect(host()(url)).toEqual(source(url));
  });

  test('sabotage: a policy that allows one more host, and a header left out, are seen', () => {
    const text = read(file);
    const opened = host(text.replace("connect-src 'self'", "connect-src 'self' https:"));
    expect(opened('/')).not.toEqual(source('/'));
    const without = host(text.replace(/^.*X-Content-Type-Options.*\n/m, ''));
    expect(without('/')).not.toEqual(source('/'));
  });

  test('answers GET and HEAD alone, and hides the file that lists the headers', () => {
    const text = read(file);
    expect(text).toMatch(/GET\|HEAD|GET HEAD/);
    expect(text).toMatch(/_headers/);
  });
});

test('the Dockerfile builds as CI does and serves with our nginx.conf', () => {
  const text = read('deploy/Dockerfile');
  expect(text.trim().split('\n').length).toBeLessThanOrEqual(12);
  expect(text).toContain('npm ci --ignore-scripts && npm run build');
  expect(text).toContain('COPY deploy/nginx.conf /etc/nginx/conf.d/');
  const node = /node:([\d.]+)/;
  expect(node.exec(text)?.[1]).toBe(node.exec(read('.github/workflows/ci.yml'))?.[1]);
});
