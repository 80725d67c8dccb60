import type { Answer, OpenQuestion } from '../../domain/said/questions';

/** The answer that all amounts are in one currency, whatever a column next to them says. */
export const ONE_CURRENCY = '';

const MOST_ANSWERS = 4;

/**
 * Which currencies count, where a file has several: most frequent first, at least two. `isColumn` where a column names them, which can be
 * the buyer's.
 */
export function currencyQuestion(
  column: string,
  found: readonly { currency: string; rows: number }[],
  isColumn: boolean,
): OpenQuestion {
  const some = found.slice(0, MOST_ANSWERS).map(({ currency }): Answer => ({
    value: currency,
    label: { id: 'one-of-currencies', values: { currency } },
  }));
  const all: Answer = { value: ONE_CURRENCY, label: { id: 'one-currency', values: { column } } };
  return {
    id: 'currency',
    column,
    values: { found: found.map(({ currency, rows }) => ({ currency, rows })) },
    options: isColumn ? [...some, all] : some,
    examples: found.map(({ currency }) => currency),
  };
}
