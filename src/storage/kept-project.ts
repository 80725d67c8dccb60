import type { Choices } from '../domain/choices';
import type { Settings } from './schema';

export interface KeptFile {
  name: string;
  /** Of the content, as lower-case hexadecimal: the engine's own count (`ImportReport.files`). */
  sha256: string;
  bytes: Blob;
}

/** A project as it is kept and found again: the original bytes, and the recipe to rebuild everything from them. */
export interface KeptProject {
  name: string;
  /** Version of the app. */
  app: string;
  files: KeptFile[];
  choices: Choices;
  settings: Settings;
  /** Version of the definitions whose figures the person has seen; 1 where none is said. */
  definitions?: number;
  /** Local time, 'YYYY-MM-DD HH:MM'. */
  kept_at?: string;
}
