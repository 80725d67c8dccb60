import type { SourceTable } from '../../src/engine/source-contract';

/** A dropped text file as the reader hands it over. */
export const textTable = (file: File): SourceTable => ({
  file,
  name: file.name,
  member: null,
  sheet: null,
  hidden: false,
  format: 'text',
  text: file,
  dialect: null,
  encoding: 'utf-8',
  evidence: [],
});
