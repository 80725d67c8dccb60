import { startEngineClient } from '../engine/client';

/** The page's one engine. It starts to load with the page, behind what is already usable. */
export const engine = startEngineClient(__APP_VERSION__);
