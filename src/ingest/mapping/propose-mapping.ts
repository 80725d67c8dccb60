import { IDENTITY_FIELDS, type Choices, type Field } from '../../domain/choices';
import type { ColumnEvidence, DateReading, NumberReading } from '../../domain/evidence';
import type { CurrencyMark, FieldProposal, MappingProposal } from '../../domain/mapping';
import type { Reason } from '../../domain/said/reasons';
import { currencyMarks } from '../numbers/number-shapes';
import { mappingQuestions } from './mapping-questions';
import { isOfTheBuyer, isShared, priceCurrency } from '../numbers/price-currency';
import { orderGrain } from '../rows/order-grain';
import { columnNamed, recognise } from '../profiles/known';
import type { Profile } from '../profiles/profile';
import { decidedFields, guessedFields, namedFields, openFields, profileFields } from './propose-fields';
import { isRateColumn, readColumns, type ReadColumn } from './read-columns';
import { refusalOf } from './refusals';
import { withRivals } from './rivals';
import { whoBought, whoQuestion } from '../who/who-bought';
import { resolveMap } from './resolve-map';
import { levelOfAmount, settleAmount } from '../layout/settle-amount';
import { layoutOfProfile, layoutOfValues } from '../layout/settle-layout';

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
  const known = choices.profile === 'none' ? null : recognise(evidence.map(({ column }) => column));
  const profile = known?.refuse && choices.map ? null : known;
  const resolved = resolveMap(choices.map ?? {}, evidence);
  const decided = resolved.ok ? resolved.value : {};
  const columns = readColumns(evidence, choices, profile ?? {}, decided.date);
  const open = openFields(decided);
  const chosen = decidedFields(decided, columns);
  const isFree = (taken: { position: number }[]) => (column: (typeof columns)[number]) =>
    !taken.some(({ position }) => position === column.evidence.position);

  let fields = [...chosen];
  if (profile) fields.push(...profileFields(profile, open, columns.filter(isFree(chosen))));
  const needed = profile ? open.filter((field) => ['date', 'amount'].includes(field)) : open;
  const lacks = (field: string) => !fields.some((proposal) => proposal.field === field);
  const amountIsKnown = profile?.amount_from === 'price_times_quantity';
  const missing = needed.filter((field) => lacks(field) && !(field === 'amount' && amountIsKnown));
  if (missing.length > 0 && !profile?.refuse) {
    fields.push(...namedFields(missing, columns.filter(isFree(fields))));
    const still = missing.filter((field) => lacks(field) && !(field === 'amount' && !lacks('total')));
    fields.push(...guessedFields(still, columns.filter(isFree(fields)), !lacks('unit_price')));
  }
  const settled = settleAmount(fields, columns, (field) => open.includes(field));
  const who =
    profile || IDENTITY_FIELDS.some((field) => decided[field] !== undefined)
      ? { found: null, asked: [] }
      : whoBought(columns, settled.fields);
  // A share can only be taken off a price; an amount is what is left of it.
  const isShare = ({ field, position }: FieldProposal) =>
    field === 'discount' && !profile && decided.discount === undefined && isRateColumn(columns[position]!);
  fields = [
    ...settled.fields.filter((one) => one.position !== who.found?.position),
    ...(who.found ? [who.found] : []),
  ].filter((one) => settled.amount_from === 'price_times_quantity' || !isShare(one));

  const price = decided.currency === undefined ? priceCurrency(columns, fields) : null;
  const said = fields.find(({ field }) => field === 'currency');
  const isBuyers = price !== null && said !== undefined && isOfTheBuyer(columns[said.position]!, price);
  if (isBuyers) fields = fields.filter((one) => one !== said);

  const found = (field: string) => fields.find((proposal) => proposal.field === field);
  const isOurs = (field: Field) =>
    decided[field] === undefined || decided[field] === profileColumn(profile, field, evidence);
  const amountIsOurs = isOurs('amount');
  const layout =
    profile && amountIsOurs
      ? layoutOfProfile(profile, columns, found)
      : layoutOfValues(columns, found, settled.from_total);
  if (profile && !isOurs('refund')) layout.refunds.includes_tax = false;
  if (decided.row_type === null) layout.rows.type = null;
  const refusal = profile ? (profile.refuse ?? null) : refusalOf(columns, found, choices);
  const { dates, numbers } = readings(columns);
  const datePosition = found('date')?.position;
  return {
    profile: profile ? { id: profile.id, name: profile.name, seen: profile.seen } : null,
    refusal,
    fields: withRivals(
      withHeading(fields, columns, layout.rows.heading),
      columns,
      ({ field }) => profile !== null || decided[field] !== undefined,
    ),
    order_grain:
      layout.rows.visit && !choices.order_grain
        ? 'order_id'
        : orderGrain(columns[found('order_id')?.position ?? -1], columns[datePosition ?? -1], choices),
    amount_level:
      profile && settled.amount_from === 'amount' && amountIsOurs
        ? (profile.amount_level ?? levelOfAmount(columns, fields, true))
        : settled.amount_level,
    date_order: datePosition === undefined ? null : (columns[datePosition]?.dates?.order ?? null),
    dates,
    numbers,
    amount_from: settled.amount_from,
    currency_marks: found('currency') ? [] : severalMarks(columns, fields),
    currency:
      price && (isBuyers || !isShared(price))
        ? { of: price.currency, by: price.by, beside: isBuyers ? said.column : null }
        : null,
    layout,
    questions: refusal
      ? []
      : mappingQuestions(columns, fields, settled.amount_from !== null, {
          date: decided.date === null,
          amount: decided.amount === null,
          credit: choices.credit,
        }).concat(whoQuestion(who.asked) ?? []),
  };
}

/** Amounts of several currencies in one column, told apart by what stands beside them. */
function severalMarks(columns: ReadColumn[], fields: FieldProposal[]): CurrencyMark[] {
  const at = (['amount', 'unit_price'] as const).flatMap(
    (wanted) => fields.find(({ field }) => field === wanted)?.position ?? [],
  )[0];
  const numbers = columns[at ?? -1]?.evidence.numbers;
  const marks = currencyMarks(numbers?.other.map(({ shape }) => shape) ?? []);
  return new Set(marks.map(({ currency }) => currency)).size > 1 ? marks : [];
}

/** Where a known export has a field in this file. */
const profileColumn = (profile: Profile | null, field: Field, evidence: ColumnEvidence[]) =>
  columnNamed(profile?.fields[field] ?? [], evidence)?.position;

function readings(columns: ReadColumn[]) {
  const dates: Record<number, DateReading> = {};
  const numbers: Record<number, NumberReading> = {};
  for (const { evidence: column, dates: date, numbers: number } of columns) {
    if (date?.reading) dates[column.position] = date.reading;
    if (number?.reading) numbers[column.position] = number.reading;
  }
  return { dates, numbers };
}

/** The headings of a report's groups name the customer of the rows below them. */
function withHeading(
  fields: FieldProposal[],
  columns: ReadColumn[],
  heading: number | null,
): FieldProposal[] {
  const column = columns[heading ?? -1];
  if (!column || fields.some(({ field }) => field === 'customer')) return fields;
  const { position, column: name } = column.evidence;
  const reason: Reason = { id: 'headings-above', values: {} };
  return [...fields, { field: 'customer', position, column: name, confidence: 'likely', reason }];
}
