import { startEngineClient } from '../engine/client';

/** The page's one engine. It starts before the app is read, behind what is already usable: this file imports no more than that. */
export const engine = startEngineClient(__APP_VERSION__);
