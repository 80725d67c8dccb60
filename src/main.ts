import { mount } from 'svelte';
import { missingParts } from './pages/missing-parts';
import Unsupported from './pages/first/Unsupported.svelte';
import { theme } from './state/theme.svelte';
import { toldStarted } from './state/versions';
import './ui/theme.css';

const target = document.getElementById('app');
const start = document.getElementById('start');
if (!target || !start) throw new Error('index.html has no #app with #start in it');

/** The folder of `src/i18n` that the address asks for, such as `?language=en`; English until there is another to choose. */
async function speak() {
  const asked = new URLSearchParams(location.search).get('language');
  if (asked === null) return;
  const { loadLanguage } = await import('./i18n/language');
  if (await loadLanguage(asked)) document.documentElement.lang = asked;
}

/** Whether theme.css arrived: a page without its style sheet runs, and cannot be read. */
const isStyled = () => getComputedStyle(document.documentElement).getPropertyValue('--ink') !== '';

async function open(into: HTMLElement, waiting: HTMLElement) {
  theme.apply();
  await speak();
  const missing = missingParts(globalThis);
  const framed = window.top !== window.self;
  if (missing.length > 0 || framed) {
    waiting.remove();
    mount(Unsupported, { target: into, props: { missing, framed } });
    return;
  }
  // Only now: a page that frames us is to get nothing. The engine first: it is what a first visit waits for longest.
  const [, { default: App }] = await Promise.all([import('./state/engine'), import('./App.svelte')]);
  if (!isStyled()) throw new Error('The style sheet of the page did not arrive.');
  waiting.remove();
  mount(App, { target: into });
  toldStarted();
}

open(target, start).catch((error: unknown) => {
  // index.html says it: the words of the app may be what is missing.
  start.dataset.failed = '';
  target.replaceChildren(start);
  console.error(error);
});
