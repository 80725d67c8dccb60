import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';
import { startFirefox } from './firefox';
import { isHere } from './here';
import { journey } from './journey';

/** Any free port, and nothing asked of the network but the page. */
const PREFERENCES = [
  ['marionette.port', 0],
  ['browser.shell.checkDefaultBrowser', false],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['app.normandy.enabled', false],
  ['app.update.auto', false],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
] as const;

describe.skipIf(!isHere('firefox'))('in Firefox', () => {
  journey({
    restarts: true,
    start: (folder) => {
      const profile = path.join(folder, 'profile');
      mkdirSync(profile, { recursive: true });
      const lines = PREFERENCES.map(
        (one) => `user_pref(${one.map((part) => JSON.stringify(part)).join(', ')});`,
      );
      writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
      return startFirefox(profile);
    },
  });
});
