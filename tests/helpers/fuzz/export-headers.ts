import { existsSync, readFileSync } from 'node:fs';
import { dataFile } from '../data';

/** The headers of real exports, where the data folder is there. */
export function exportHeaders(): string[][] {
  const file = dataFile('headers', 'platforms.json');
  if (!existsSync(file)) return [];
  const { platforms } = JSON.parse(readFileSync(file, 'utf8')) as { platforms: { headers: string[] }[] };
  return platforms.map(({ headers }) => headers);
}
