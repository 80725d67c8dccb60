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
  // Only now: the app starts its engine as soon as it is loaded, and a page that frames us is to get nothing.
  const { default: App } = await import('./App.svelte');
  mount(App, { target });
}
