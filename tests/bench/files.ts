import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, runNode } from '../../scripts/run.mjs';

/** The generator's whole text: another generator makes other files. */
function generatorHash(): string {
  const folder = path.join(root, 'src/sample');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

export interface SampleFile {
  path: string;
  lines: number;
  bytes: number;
}

/** A sample shop of so many lines in the system's temporary folder, made once for each version of the generator. */
export async function sampleFile(lines: number): Promise<SampleFile> {
  const file = path.join(os.tmpdir(), `regulars-bench-${generatorHash()}-${lines}.csv`);
  if (!existsSync(file)) {
    const part = `${file}.${process.pid}`;
    const made = await runNode(path.join(root, 'scripts/sample-file.mjs'), [String(lines), part], {
      quiet: true,
    });
    if (made.code !== 0) throw new Error(`the sample file could not be made:\n${made.output}`);
    renameSync(part, file);
  }
  return { path: file, lines, bytes: statSync(file).size };
}
