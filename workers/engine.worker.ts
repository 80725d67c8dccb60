import * as Comlink from 'comlink';
import { startDuckDBWorker } from './engine/database-wasm';
import { startEngine } from './engine/start';

const worker = startDuckDBWorker();
Comlink.expose({ start: startEngine.bind(null, worker) });
