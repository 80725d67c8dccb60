import type { Query } from '../state/hash';
import { isOfScope } from '../state/scope/address';
import { scope } from '../state/scope/scope.svelte';

/**
 * Links between pages keep the scope, also in a new tab: the address of a link is completed just before it is used, so that no text
 * with a link in it has to know of the scope. One that has a scope of its own says so: `data-scope="own"`.
 */
export function keepScope(): void {
  const complete = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#/"]') : null;
    if (!link || link.dataset.scope === 'own') return;
    const [path = '', query = ''] = link
      .getAttribute('href')!
      .slice(2)
      .split(/\?(.*)/s);
    const own: Query = [...new URLSearchParams(query)].filter(([name]) => !isOfScope(name));
    const href = scope.href(path, own);
    if (link.getAttribute('href') !== href) link.setAttribute('href', href);
  };
  for (const event of ['pointerdown', 'click', 'contextmenu', 'focusin'])
    document.addEventListener(event, complete, { capture: true });
}
