import { SHARED_PARAMS, type Analysis } from '../../../src/analyses/define';
import { KNOWN_ATTRIBUTES, type NotAttribute } from '../../../src/domain/attributes';
import type { AnalysisParams } from '../../../src/engine/call-contract';
import { EngineError } from '../../../src/engine/errors';
import { attributeNamed, MOST_VALUES } from '../../../src/ingest/attributes';
import { parsedText } from './customers-who';
import type { Shop } from '../shop';

/** Keys of a filter that are no attributes. */
const OTHER_KEYS: Readonly<Record<string, readonly string[]>> = {
  customers_who: ['status', 'tenure', 'rfm'],
  orders_that: ['from', 'to', 'first_order'],
};

/**
 * The parameters with attributes by the names that tables know them by: a header becomes its field, and capitals those of the file.
 * Throws `missing-data` with the reason for a column that is no attribute; what is no column at all is refused where it is read.
 */
export function withNames(shop: Shop, { params: own }: Analysis, given: AnalysisParams): AnalysisParams {
  const named = { ...given };
  for (const { name, kind } of [...own, ...SHARED_PARAMS]) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    if (kind === 'attribute') named[name] = nameOf(shop, String(value));
    if (kind === 'customers_who' || kind === 'orders_that')
      named[name] = filterOf(shop, name, typeof value === 'string' ? parsedText(value) : value);
  }
  return named;
}

function filterOf(shop: Shop, name: string, asked: unknown): AnalysisParams[string] {
  const others = OTHER_KEYS[name] ?? [];
  const said = Object.entries(asked as Record<string, unknown>).map(
    ([key, value]) => [others.includes(key) ? key : nameOf(shop, key), value] as const,
  );
  const twice = said.find(([key], at) => said.findIndex(([one]) => one === key) !== at);
  if (!twice) return Object.fromEntries(said) as AnalysisParams[string];
  throw new EngineError({
    code: 'bad-parameter',
    message: `The parameter ${name} names "${twice[0]}" twice, by two of its names.`,
    next: 'Name it once, with all of its values in one list.',
  });
}

function nameOf({ attributes }: Shop, asked: string): string {
  if (KNOWN_ATTRIBUTES.some((name) => name === asked)) return asked;
  const found = attributeNamed(attributes.found, asked);
  if (found) return found.name;
  const other = attributeNamed(
    attributes.others.map((one) => ({ ...one, name: one.header })),
    asked,
  );
  if (!other) return asked;
  throw new EngineError({
    code: 'missing-data',
    column: other.header,
    message: `This file cannot be split by "${other.header}": ${REASONS[other.why](other)}.`,
    next: [
      attributes.found.length > 0
        ? `It can be split by: ${attributes.found.map(({ name }) => name).join(', ')}.`
        : 'It can be split by no column.',
      ...(other.why === 'read_as'
        ? []
        : [`To split by it all the same, choose {attributes: {${JSON.stringify(other.header)}: "order"}}.`]),
    ].join(' '),
  });
}

const REASONS: { [why in NotAttribute['why']]: (column: NotAttribute) => string } = {
  read_as: (column) => `the column is read as its ${'field' in column ? column.field : ''}`,
  date: () => 'the column holds dates',
  amount: () => 'the column holds amounts or other measures',
  one_value: () => 'the column says the same on every row',
  ignored: () => 'a choice says to ignore the column',
  too_many: (column) => `${differentIn(column)}, and at most ${MOST_VALUES} can be looked at one by one`,
  hardly_repeats: (column) => `${differentIn(column)}, too many to put orders or customers together`,
};
const differentIn = (column: NotAttribute): string =>
  `the column has ${'values' in column ? column.values : 0} different values`;
