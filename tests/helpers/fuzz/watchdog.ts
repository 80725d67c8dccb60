import { Worker } from 'node:worker_threads';

const WATCH = `
const { workerData } = require('node:worker_threads');
const { beat, about, milliseconds } = workerData;
let last = -1, since = 0;
const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
setInterval(() => {
  const now = Atomics.load(beat, 0);
  if (now !== last || now === 0) { last = now; since = spent(); return; }
  if (spent() - since < milliseconds) return;
  const text = Buffer.from(Uint8Array.from(about)).toString('utf8').replace(/\\0+$/, '');
  require('node:fs').writeSync(2, '\\nA file is read without end: ' + text + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 250);
`;

/**
 * Ends this process with the name of the file where one takes more of the processor's time than the budget: an endless loop
 * lets no timer of its own thread run, and no test's timeout either. A machine that is busy with others counts for nothing.
 */
export function watchOver(milliseconds: number): { next: (about: string) => void; end: () => Promise<void> } {
  const beat = new Int32Array(new SharedArrayBuffer(4));
  const about = new Uint8Array(new SharedArrayBuffer(500));
  const worker = new Worker(WATCH, { eval: true, workerData: { beat, about, milliseconds } });
  const encoder = new TextEncoder();
  return {
    next: (text) => {
      about.fill(0);
      about.set(encoder.encode(text).slice(0, about.length));
      Atomics.add(beat, 0, 1);
    },
    end: async () => void (await worker.terminate()),
  };
}
