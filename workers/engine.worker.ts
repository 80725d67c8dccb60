import * as Comlink from 'comlink';
import { startEngine } from './engine/start';

Comlink.expose({ start: startEngine });
