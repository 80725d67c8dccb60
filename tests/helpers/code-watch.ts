import type { Page } from 'playwright-core';
import { PAYLOADS } from './payloads';

declare global {
  interface Window {
    /** Calls of `__pwn`, and elements and attributes that no text may become. */
    __ran: unknown[];
    __made: string[];
    /** Every text that was drawn or can be heard, of whatever stood in the page when it was asked for. */
    __texts(within: string): string[];
  }
}

/** Before the first line of the page: what a payload would call, and a look at all that is put into the document. */
export function watchForCode() {
  window.__ran = [];
  window.__made = [];
  Object.assign(window, { __pwn: (n: unknown) => window.__ran.push(n) });
  const ours = new Set([...document.querySelectorAll('script')]);
  const look = (element: Element) => {
    const name = element.tagName.toLowerCase();
    if (/^(iframe|object|embed|base|foreignobject)$/.test(name)) window.__made.push(name);
    if (
      name === 'script' &&
      !ours.has(element as HTMLScriptElement) &&
      !(element as HTMLScriptElement).src.startsWith(location.origin)
    )
      window.__made.push(`${name} ${element.textContent}`.slice(0, 80));
    for (const { name: attribute, value } of element.attributes)
      if (
        /^on/i.test(attribute) ||
        (/(href|src|action|data)$/i.test(attribute) && /^\s*javascript:/i.test(value))
      )
        window.__made.push(`${name} ${attribute}=${value.slice(0, 60)}`);
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Element) look(target);
      for (const node of addedNodes)
        if (node instanceof Element) for (const one of [node, ...node.querySelectorAll('*')]) look(one);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  window.__texts = (within) => {
    const found: string[] = [];
    for (const root of document.querySelectorAll(within))
      for (const element of [root, ...root.querySelectorAll('*')]) {
        if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)
          found.push(element.value);
        for (const name of ['title', 'aria-label'])
          if (element.hasAttribute(name)) found.push(element.getAttribute(name)!);
        if (element.childElementCount === 0 || element.tagName === 'P' || element.tagName === 'text')
          found.push((element.textContent ?? '').trim());
      }
    return found;
  };
}

const all = new Set(PAYLOADS);
/** Payloads that stand in the page, whole and unchanged, as a text of their own or inside of one. */
export async function seen(page: Page, within = 'body', isInside = false): Promise<Set<string>> {
  const texts = await page.evaluate((where) => window.__texts(where), within);
  if (!isInside) return new Set(texts.filter((text) => all.has(text)));
  // The browser itself writes a slash in the name of a file as a colon, and our heads of columns an underscore as a blank.
  const bare = (text: string) => text.replaceAll('/', ':').replaceAll('_', ' ');
  const whole = bare(texts.join('\n'));
  return new Set(PAYLOADS.filter((payload) => whole.includes(bare(payload))));
}
