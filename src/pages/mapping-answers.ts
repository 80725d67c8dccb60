import type { Choices, DateOrder } from '../domain/choices';
import type { Question } from '../domain/evidence';
import type { Inspection } from '../engine/contract';
import { NOBODY_BOUGHT } from '../ingest/who-bought';
import { withColumn } from './mapping-rows';
import { withRole } from './table-rows';

const FIELDS_OF = { 'map.date': 'date', 'map.amount': 'amount', 'map.customer': 'customer' } as const;
const fieldOf = ({ id }: Question) => (id in FIELDS_OF ? FIELDS_OF[id as keyof typeof FIELDS_OF] : 'amount');

/** The option that the choices hold for a question, or '' where it is still to be answered. */
export function answerOf(question: Question, choices: Choices, inspection: Inspection): string {
  if (question.id === 'date_order') return choices.date_order ?? '';
  if (question.id === 'decimal') return choices.decimal ?? '';
  if (question.id === 'zone') return choices.zone ?? '';
  if (question.id === 'sentinel_dates') return choices.rules?.sentinel_date ?? '';
  if (question.id === 'tables') return chosenSales(choices, inspection);
  if (question.id === 'phone_prefix') return choices.identity?.phone_prefix ?? '';
  if (question.id === 'map.customer' && choices.map?.customer === null) return NOBODY_BOUGHT;
  const at = choices.map?.[fieldOf(question)];
  return typeof at === 'number' ? (inspection.columns[at]?.column ?? '') : '';
}

const chosenSales = ({ files = [] }: Choices, { tables }: Inspection): string => {
  const said = files.find(({ role }) => role === 'orders' || role === 'lines');
  const table = tables.find(
    ({ name, member, sheet }) =>
      name === said?.name && (said.member ?? null) === member && (said.sheet ?? null) === sheet,
  );
  return table?.label ?? '';
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
  if (question.id === 'zone') return { ...choices, zone: value };
  if (question.id === 'sentinel_dates')
    return { ...choices, rules: { ...choices.rules, sentinel_date: value === 'keep' ? 'keep' : 'drop' } };
  if (question.id === 'tables') {
    const table = inspection.tables.find(({ label }) => label === value);
    return table ? withRole(choices, table, 'orders') : choices;
  }
  if (question.id === 'phone_prefix')
    return { ...choices, identity: { ...choices.identity, phone_prefix: value } };
  if (question.id === 'map.customer' && value === NOBODY_BOUGHT)
    return { ...choices, map: { ...choices.map, customer: null } };
  const at = inspection.columns.find(({ column }) => column === value)?.position ?? Number(value);
  return withColumn(choices, inspection, fieldOf(question), String(at));
}

/** What is asked now, behind what was asked before of the same file: an answer stays in sight, to be changed. */
export function keptQuestions(before: readonly Question[], now: readonly Question[]): Question[] {
  const isNew = ({ id, column }: Question) => !before.some((one) => one.id === id && one.column === column);
  return [...before, ...now.filter(isNew)];
}
