import { readFileSync, readdirSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
}

const FIELD = { peak: 'VmHWM', now: 'VmRSS' };

/** Resident memory of the largest renderer below a browser's process, in bytes; null where the system does not say. */
export function rendererMemory(root: number, when: keyof typeof FIELD): number | null {
  const field = new RegExp(`^${FIELD[when]}:\\s+(\\d+) kB`, 'm');
  if (process.platform !== 'linux') return null;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Process[] => {
      const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
      return parent ? [{ pid: Number(name), parent: Number(parent) }] : [];
    });
  const ours = new Set([root]);
  for (let before = 0; before < ours.size;) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  const sizes = [...ours]
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes('--type=renderer'))
    .map((pid) => Number(field.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024);
  return sizes.length > 0 ? Math.max(...sizes) : null;
}

/** A process may end between being listed and being read. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
