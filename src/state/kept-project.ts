import type { KeptProject } from '../storage/kept-project';
import { earlierReadings } from './earlier-readings.svelte';
import { hashesOf, unhashed } from './file-keys';
import type { Source } from './session/session';
import { settings } from './settings';

/** This moment in local time, 'YYYY-MM-DD HH:MM'. Only shown: no order is taken from it. */
export const moment = () => new Date().toLocaleString('sv-SE').slice(0, 16);

/** The open project as it is kept. */
export function projectToKeep(source: Source): KeptProject {
  const { files, choices, provenance } = source;
  const hashes = hashesOf(source);
  return {
    name: files.map((file) => file.name).join(', '),
    app: provenance.app,
    files: files.map((file, at) => ({
      name: file.name,
      sha256: hashes[at] || unhashed(file),
      bytes: file,
    })),
    choices,
    settings: settings.values,
    definitions: earlierReadings.version,
    kept_at: moment(),
  };
}
