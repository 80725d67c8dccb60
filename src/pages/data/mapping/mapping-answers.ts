import type { Choices, DateOrder } from '../../../domain/choices';
import type { Question } from '../../../domain/evidence';
import type { Inspection } from '../../../engine/contract';
import { ONE_CURRENCY } from '../../../ingest/numbers/currency-question';
import { NONE } from '../../../ingest/mapping/none';
import { withColumn } from './mapping-rows';
import { withRole } from '../../table-rows';

const FIELDS_OF = { 'map.date': 'date', 'map.amount': 'amount', 'map.customer': 'customer' } as const;
const fieldOf = ({ id }: Question) => (id in FIELDS_OF ? FIELDS_OF[id as keyof typeof FIELDS_OF] : 'amount');

/** The option that the choices hold for a question, or null where it is still to be answered. */
export function answerOf(question: Question, choices: Choices, inspection: Inspection): string | null {
  if (question.id === 'date_order') return choices.date_order ?? null;
  if (question.id === 'decimal') return choices.decimal ?? null;
  if (question.id === 'credit') return choices.credit ?? null;
  if (question.id === 'currency')
    return choices.map?.currency === null ? ONE_CURRENCY : (choices.currency ?? null);
  if (question.id === 'zone') return choices.zone ?? null;
  if (question.id === 'sentinel_dates') return choices.rules?.sentinel_date ?? null;
  if (question.id === 'status') return choices.statuses?.[question.about ?? ''] ?? null;
  if (question.id === 'year') return choices.year === undefined ? null : String(choices.year);
  if (question.id === 'swapped_dates') return choices.swapped_dates ?? null;
  if (question.id === 'tables') return chosenSales(choices, inspection);
  if (question.id === 'phone_prefix') return choices.identity?.phone_prefix ?? null;
  const at = choices.map?.[fieldOf(question)];
  if (at === null) return NONE;
  return typeof at === 'number' ? (inspection.columns[at]?.column ?? null) : null;
}

const chosenSales = ({ files = [] }: Choices, { tables }: Inspection): string | null => {
  const said = files.find(({ role }) => role === 'orders' || role === 'lines');
  const table = tables.find(
    ({ name, member, sheet }) =>
      name === said?.name && (said.member ?? null) === member && (said.sheet ?? null) === sheet,
  );
  return table?.label ?? null;
};

/** The choices with one question answered. */
export function withAnswer(
  question: Question,
  value: string,
  choices: Choices,
  inspection: Inspection,
): Choices {
  if (question.id === 'date_order') return { ...choices, date_order: value as DateOrder };
  if (question.id === 'decimal') return { ...choices, decimal: value === ',' ? ',' : '.' };
  if (question.id === 'credit') return { ...choices, credit: value === 'in' ? 'in' : 'out' };
  if (question.id === 'status')
    return {
      ...choices,
      statuses: { ...choices.statuses, [question.about ?? '']: value === 'out' ? 'out' : 'counts' },
    };
  if (question.id === 'currency') return withCurrency(choices, inspection, value);
  if (question.id === 'zone') return { ...choices, zone: value };
  if (question.id === 'sentinel_dates')
    return { ...choices, rules: { ...choices.rules, sentinel_date: value === 'keep' ? 'keep' : 'drop' } };
  if (question.id === 'year') return { ...choices, year: Number(value) };
  if (question.id === 'swapped_dates')
    return { ...choices, swapped_dates: value === 'swap' ? 'swap' : 'keep' };
  if (question.id === 'tables') {
    const table = inspection.tables.find(({ label }) => label === value);
    return table ? withRole(choices, table, 'orders') : choices;
  }
  if (question.id === 'phone_prefix')
    return { ...choices, identity: { ...choices.identity, phone_prefix: value } };
  const at = inspection.columns.find(({ column }) => column === value)?.position ?? Number(value);
  return withColumn(choices, inspection, fieldOf(question), value === NONE ? NONE : String(at));
}

/** One currency alone, or all amounts whatever a column says of the buyer's. */
function withCurrency(choices: Choices, inspection: Inspection, value: string): Choices {
  const { currency: _, ...rest } = choices;
  if (value === ONE_CURRENCY) return withColumn(rest, inspection, 'currency', NONE);
  const { currency: __, ...map } = rest.map ?? {};
  return { ...rest, ...(rest.map ? { map } : {}), currency: value };
}

/** What is asked now, behind what was asked before of the same file: an answer stays in sight, to be changed. */
export function keptQuestions(before: readonly Question[], now: readonly Question[]): Question[] {
  const isNew = ({ id, column, about }: Question) =>
    !before.some((one) => one.id === id && one.column === column && one.about === about);
  return [...before, ...now.filter(isNew)];
}
