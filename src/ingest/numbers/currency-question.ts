import type { Question } from '../../domain/evidence';

/** The answer that all amounts are in one currency, whatever a column next to them says. */
export const ONE_CURRENCY = '';

const number = (n: number) => n.toLocaleString('en-US');

/**
 * Which currencies count, where a file has several: most frequent first, at least two. `isColumn` where a column names them, which can be
 * the buyer's.
 */
export function currencyQuestion(
  column: string,
  found: readonly { currency: string; rows: number }[],
  isColumn: boolean,
): Question {
  const list = found.map(({ currency, rows }) => `${number(rows)} in ${currency}`).join(', ');
  return {
    id: 'currency',
    column,
    question: `This file has rows in several currencies (${list}), and two are never added. Which rows count?`,
    options: [
      ...found.slice(0, 4).map(({ currency }) => ({
        value: currency,
        label: `Those in ${currency}: the others are set aside, or counted at rates that you enter afterwards`,
      })),
      ...(isColumn
        ? [
            {
              value: ONE_CURRENCY,
              label: `All: the amounts are in one currency, and "${column}" is the buyer's`,
            },
          ]
        : []),
    ],
    examples: found.map(({ currency }) => currency),
  };
}
