import { mount } from 'svelte';
import { missingParts } from './pages/missing-parts';
import Unsupported from './pages/Unsupported.svelte';
import { theme } from './state/theme.svelte';
import './ui/theme.css';

theme.apply();
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
const missing = missingParts(globalThis);
const framed = window.top !== window.self;

if (missing.length > 0 || framed) mount(Unsupported, { target, props: { missing, framed } });
else {
  // Only now: a page that frames us is to get nothing. The engine first: it is what a first visit waits for longest.
  void import('./state/engine');
  const { default: App } = await import('./App.svelte');
  mount(App, { target });
}
