import { mount } from 'svelte';
import App from './App.svelte';
import { offline } from './state/offline.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
void offline.start();
export default mount(App, { target });
