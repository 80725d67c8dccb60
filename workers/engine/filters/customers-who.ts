import { RFM_GROUPS, STATUSES } from '../../../src/domain/standing';
import statusSql from '../../../src/warehouse/who/status.sql?raw';
import tenureSql from '../../../src/warehouse/who/tenure.sql?raw';
import { bindKnown, type Values } from '../sql/bind';
import { quoteText } from '../sql/quote';
import { windowText } from './window-parameter';

/** Whom a question counts, as checked; each condition null or empty where it is not asked for. A customer has to meet all of them. */
export interface CustomersWho {
  /** Values of first-order attributes; a customer has one at least of the values of each. */
  values: [attribute: string, values: string[]][];
  /** Steps of the ladder, one of which a customer stands on. */
  status: string[] | null;
  /** How long the first order lies back: lengths as text, 'under' not included. */
  tenure: { at_least?: string; under?: string } | null;
  /** Groups of RFM, one of which a customer is in, and the parameters of `rfm` by which they are found. */
  rfm: { group: string[]; params: Record<string, string | number | null> } | null;
}

const MOST_VALUES = 1000;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text or a list of texts as a list; null for anything else. */
function listOf(wanted: unknown, known?: readonly string[]): string[] | null {
  const values: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  if (values.length === 0 || values.length > MOST_VALUES || !values.every(isText)) return null;
  return known && !values.every((value) => known.includes(value)) ? null : values;
}

/** Attributes with the values that are wanted, each as a list; null where one is anything else. */
export function attributeValues(asked: Record<string, unknown>): [string, string[]][] | null {
  const found: [string, string[]][] = [];
  for (const [attribute, wanted] of Object.entries(asked)) {
    const values = listOf(wanted);
    if (!values) return null;
    found.push([attribute, values]);
  }
  return found;
}

/** `{at_least: {months: 6}, under: {months: 12}}`, one of them at least, as lengths in text; null for anything else. */
function tenureOf(asked: unknown): CustomersWho['tenure'] {
  if (!isObject(asked)) return null;
  const ends = Object.entries(asked);
  const isKnown = ends.every(([end, length]) => ['at_least', 'under'].includes(end) && windowText(length));
  return isKnown && ends.length > 0
    ? Object.fromEntries(ends.map(([end, length]) => [end, windowText(length)!]))
    : null;
}

/** `{group: 'Champions', r_cuts: '…'}`; what else is in it are parameters of `rfm`, which are checked where it is asked. */
function rfmOf(asked: unknown): CustomersWho['rfm'] {
  if (!isObject(asked)) return null;
  const { group, ...others } = asked;
  const groups = listOf(group, RFM_GROUPS);
  const isPlain = (value: unknown) => value === null || ['string', 'number'].includes(typeof value);
  if (!groups || !Object.values(others).every(isPlain)) return null;
  return { group: groups, params: others as Record<string, string | number | null> };
}

function checked(asked: unknown): CustomersWho | null {
  if (!isObject(asked) || Object.keys(asked).length === 0) return null;
  const { status, tenure, rfm, ...attributes } = asked;
  const values = attributeValues(attributes);
  const found = {
    status: status === undefined ? null : listOf(status, STATUSES),
    tenure: tenure === undefined ? null : tenureOf(tenure),
    rfm: rfm === undefined ? null : rfmOf(rfm),
  };
  const isWrong = Object.entries(found).some(([name, one]) => one === null && asked[name] !== undefined);
  return values && !isWrong ? { values, ...found } : null;
}

/** `{country: 'Germany', status: ['at_risk']}`, or the same as JSON text, as JSON text in one form; null for anything else. */
export function whoText(given: unknown): string | null {
  const who = checked(typeof given === 'string' ? parsedText(given) : given);
  if (!who) return null;
  const { values, status, tenure, rfm } = who;
  return JSON.stringify({
    ...Object.fromEntries(values),
    ...(status ? { status } : {}),
    ...(tenure ? { tenure } : {}),
    ...(rfm ? { rfm: { group: rfm.group, ...rfm.params } } : {}),
  });
}

export function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What the text of the parameter says; null for everybody. */
export const whoOf = (text: unknown): CustomersWho | null =>
  typeof text === 'string' ? checked(JSON.parse(text)) : null;

/** A condition on the value of an attribute: a product is found under each of its names. */
export const hasValue = (attribute: string, values: readonly string[]): string => {
  const isOne = `value in (${listed(values)})`;
  return `attribute = ${quoteText(attribute)} and ${
    attribute === 'product'
      ? `(${isOne} or value in (select product from main.products join main.product_names using (product_key) where name in (${listed(values)})))`
      : isOne
  }`;
};

/** The rule by which a question with these checked parameters says that silence means gone. */
export const ruleOf = ({ rule = 'lapse', days = null, at_risk_under = 0.5, lapsed_under = 0.2 }: Values) => ({
  rule,
  days,
  at_risk_under,
  lapsed_under,
});

/**
 * Those customers, as the text of a query; null for everybody. `rfm` is the text of the analysis by that name, whose groups are meant.
 * They are judged by the rule of the question, on the day on which it is asked: that of `project`, as the text sees it, or an earlier one.
 */
export function customersQuery(who: CustomersWho | null, params: Values, rfm: string | null): string | null {
  if (!who) return null;
  const { values, status, tenure } = who;
  const { as_of = null, to = null, customer_type = null } = params;
  const standing = (sql: string, wanted: Values) =>
    `select customer_no from (\n${bindKnown(sql, { as_of, to, customer_type, ...wanted }).trim()}\n)`;
  const ofGroups = (text: string, groups: readonly string[]) =>
    `select customer_no from main.customers where customer_id in (\nselect customer from (\n${text.trim().replace(/;$/, '')}\n) where "group" in (${listed(groups)}))`;
  return [
    ...values.map(
      ([attribute, wanted]) =>
        `select customer_no from main.first_order_attributes where ${hasValue(attribute, wanted)}`,
    ),
    ...(status ? [standing(statusSql, { statuses: status.join(','), ...ruleOf(params) })] : []),
    ...(tenure ? [standing(tenureSql, { ...tenure })] : []),
    ...(who.rfm && rfm ? [ofGroups(rfm, who.rfm.group)] : []),
  ].join('\n  intersect\n  ');
}

const listed = (values: readonly string[]): string => values.map(quoteText).join(', ');
