import { describe } from 'vitest';
import { isHere } from './here';
import { journey } from './journey';
import { startWebKit } from './webkit';

describe.skipIf(!isHere('webkit'))('in WebKitGTK', () => {
  journey({ restarts: false, start: startWebKit });
});
