import { dateText, numberText } from './cell-text';

const DECODER = new TextDecoder();

/** A value of a JSON or Parquet file as the text of a cell; lists and objects as JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  if (value instanceof Uint8Array) return DECODER.decode(value);
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? String(inner) : inner instanceof Uint8Array ? DECODER.decode(inner) : inner,
  );
}
