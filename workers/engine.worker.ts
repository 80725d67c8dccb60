import * as Comlink from 'comlink';
import { startDuckDBWorker } from './engine/host/database-wasm';
import { startEngine } from './engine/host/start';

const worker = startDuckDBWorker();
Comlink.expose({ start: startEngine.bind(null, worker) });
