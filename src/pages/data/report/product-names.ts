import type { Row } from '../../../domain/table';
import { productKey } from '../../../ingest/names/product-names';

/** Rows of the list that say something: names that are shown under another one. What a person said stands first. */
export const broughtTogether = (names: readonly Row[]): Row[] => {
  const rows = names.filter(
    ({ reason, name, product }) => reason === 'said' || (reason === 'spelling' && name !== product),
  );
  return [
    ...rows.filter(({ reason }) => reason === 'said'),
    ...rows.filter(({ reason }) => reason !== 'said'),
  ];
};

/** The products of the file, each once. */
export const productsOf = (names: readonly Row[]): string[] => [
  ...new Set(names.filter(({ lines }) => Number(lines) > 0).map(({ product }) => String(product))),
];

/** The product that a typed name means, in whatever of its spellings; null where the file has none. */
export function productOf(names: readonly Row[], typed: string): string | null {
  const key = productKey(typed);
  const row = names.find(
    ({ name, product }) => productKey(String(name)) === key || productKey(String(product)) === key,
  );
  return row ? String(row.product) : null;
}

export interface Suggestion {
  names: string[];
  product: string;
  rule: string;
}

export const suggestionsOf = (rows: readonly Row[]): Suggestion[] =>
  rows.map(({ names, product, rule }) => ({
    names: String(names).split('\u001f'),
    product: String(product),
    rule: String(rule),
  }));
