import { mount } from 'svelte';
import App from './App.svelte';
import { makeDoor } from './door/door';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
window.regulars = makeDoor();
export default mount(App, { target });
