import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = process.env.REGULARS_DATA ?? path.resolve(import.meta.dirname, '../../../../shared/data');

/** Whether the data folder is there; its absence is an error where it is required. */
export const hasData = existsSync(folder);
if (!hasData && process.env.REGULARS_DATA_REQUIRED === '1') throw new Error(`no data folder at ${folder}`);

export const dataPath = (name: string): string => path.join(folder, name);

export const dataBytes = (name: string): Uint8Array => {
  const bytes = readFileSync(dataPath(name));
  return new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
};

export const dataJson = <T>(name: string): T => JSON.parse(readFileSync(dataPath(name), 'utf8')) as T;
