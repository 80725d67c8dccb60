import { flushSync } from 'svelte';

/** More rows than these are no page to read: they are in the saved table. */
export const MOST_PRINTED = 1000;
/** The narrower of A4 and Letter, upright and without margins of 12 mm, in pixels. */
const PAPER = 700;
const WIDE = 'main .scroll > *, main .room > *';

/** Whether the page is being printed: what is cut off on screen is then there as a whole. */
class Printing {
  isOn = $state(false);

  constructor() {
    if (!('onbeforeprint' in globalThis)) return;
    addEventListener('beforeprint', () => {
      flushSync(() => (this.isOn = true));
      document.documentElement.dataset.paper = '';
      for (const one of document.querySelectorAll<HTMLElement>(WIDE))
        one.style.setProperty('--fit', String(Math.min(1, PAPER / one.scrollWidth)));
    });
    addEventListener('afterprint', () => {
      this.isOn = false;
      delete document.documentElement.dataset.paper;
    });
  }
}

export const printing = new Printing();
