import type { Choices } from '../domain/choices';
import type { ColumnEvidence, DateReading, NumberReading } from '../domain/evidence';
import type { FieldProposal, MappingProposal } from '../domain/mapping';
import { mappingQuestions } from './mapping-questions';
import { recognise } from './profiles/known';
import { decidedFields, guessedFields, namedFields, openFields, profileFields } from './propose-fields';
import { isRateColumn, readColumns } from './read-columns';
import { resolveMap } from './resolve-map';
import { settleAmount } from './settle-amount';

/**
 * What the columns of a file seem to mean, from their names and from what was counted over all their values.
 * Everything in `choices` overrides it. A wrong header in `choices.map` is ignored here: call `resolveMap` first,
 * which names it.
 */
export function proposeMapping(
  evidence: ColumnEvidence[],
  _file: { name: string },
  choices: Choices,
): MappingProposal {
  const columns = readColumns(evidence, choices);
  const resolved = resolveMap(choices.map ?? {}, evidence);
  const decided = resolved.ok ? resolved.value : {};
  const open = openFields(decided);
  const chosen = decidedFields(decided, columns);
  const isFree = (taken: { position: number }[]) => (column: (typeof columns)[number]) =>
    !taken.some(({ position }) => position === column.evidence.position);

  const profile = recognise(evidence.map(({ column }) => column));
  let fields = [...chosen];
  if (profile) fields.push(...profileFields(profile, open, columns.filter(isFree(chosen))));
  else {
    fields.push(...namedFields(open, columns.filter(isFree(fields))));
    const has = (field: string) => fields.some((proposal) => proposal.field === field);
    const still = open.filter((field) => !has(field) && !(field === 'amount' && has('total')));
    fields.push(...guessedFields(still, columns.filter(isFree(fields)), has('unit_price')));
  }
  const settled = settleAmount(fields, columns, (field) => open.includes(field));
  // A share can only be taken off a price; an amount is what is left of it.
  const isShare = ({ field, position }: FieldProposal) =>
    field === 'discount' && !profile && decided.discount === undefined && isRateColumn(columns[position]!);
  fields = settled.fields.filter((one) => settled.amount_from === 'price_times_quantity' || !isShare(one));

  const dates: Record<number, DateReading> = {};
  const numbers: Record<number, NumberReading> = {};
  for (const { evidence: column, dates: date, numbers: number } of columns) {
    if (date?.reading) dates[column.position] = date.reading;
    if (number?.reading) numbers[column.position] = number.reading;
  }
  const datePosition = fields.find(({ field }) => field === 'date')?.position;
  const hasOrderId = fields.some(({ field }) => field === 'order_id');
  return {
    profile: profile ? { id: profile.id, name: profile.name } : null,
    fields,
    order_grain: choices.order_grain ?? (hasOrderId ? 'order_id' : 'row'),
    amount_level:
      profile && settled.amount_from === 'amount' && decided.amount === undefined
        ? profile.amount_level
        : settled.amount_level,
    date_order: datePosition === undefined ? null : (columns[datePosition]?.dates?.order ?? null),
    dates,
    numbers,
    amount_from: settled.amount_from,
    refund_includes_tax: (profile?.refund_includes_tax ?? false) && decided.refund === undefined,
    questions: mappingQuestions(columns, fields, settled.amount_from !== null, {
      date: decided.date === null,
      amount: decided.amount === null,
    }),
  };
}
