import type { Plugin } from 'vite';

/**
 * In `vite dev` only: Vite and Svelte put styles into the page as <style> elements and Vite talks to its server by
 * WebSocket, so the page's policy allows these two. The built page keeps the strict policy.
 */
export function devPolicy(): Plugin {
  return {
    name: 'regulars:dev-policy',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}
