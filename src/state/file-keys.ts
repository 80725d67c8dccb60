import type { Provenance } from '../domain/table';

/** The same for the same bytes; where the browser could not hash them, for the same name and size. */
export type FileKey = string;

const UNHASHED = 'unhashed ';

/** The hash of each file's content; '' where the browser could not make one (an address without https, or a very large file). */
export function hashesOf({
  files,
  provenance,
}: {
  files: readonly File[];
  provenance: Provenance;
}): string[] {
  const isEachHashed = provenance.files.length === files.length;
  return files.map((_, at) => (isEachHashed ? (provenance.files[at]?.sha256 ?? '') : ''));
}

/** A key under which bytes without a hash are kept. */
export const unhashed = (file: File): string => `${UNHASHED}${file.size} ${file.lastModified} ${file.name}`;

const keyOf = (hash: string, { name, size }: { name: string; size: number }): FileKey =>
  hash === '' || hash.startsWith(UNHASHED) ? `${size} ${name}` : hash;

export const fileKeys = (source: { files: readonly File[]; provenance: Provenance }): FileKey[] => {
  const hashes = hashesOf(source);
  return source.files.map((file, at) => keyOf(hashes[at]!, file));
};

export const keptKeys = (files: readonly { name: string; sha256: string; bytes: Blob }[]): FileKey[] =>
  files.map(({ name, sha256, bytes }) => keyOf(sha256, { name, size: bytes.size }));
