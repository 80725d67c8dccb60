/** What kind of trouble an error of DuckDB tells of, where it is about the engine and not about the text it was given. */
export function troubleOf(error: unknown): 'out-of-memory' | 'engine-crashed' | null {
  const message = error instanceof Error ? error.message : String(error);
  if (/out of memory|failed to allocate|could not allocate|bad_alloc/i.test(message)) return 'out-of-memory';
  const trap = /unreachable|memory access out of bounds|null function|table index|RuntimeError|engine trap/i;
  return trap.test(message) ? 'engine-crashed' : null;
}
