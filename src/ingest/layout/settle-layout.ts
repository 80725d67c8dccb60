import type { Field } from '../../domain/choices';
import type { AmountTerm, FieldProposal, Layout, RowRules } from '../../domain/mapping';
import { isAfterSales } from '../rows/after-sales';
import { columnNamed } from '../profiles/known';
import type { Profile } from '../profiles/profile';
import { foldName } from '../names/fold-name';
import { isMostlyNegative, type ReadColumn } from '../mapping/read-columns';
import { kindOf, REFUNDED_TEXTS, saysRefunded } from '../rows/row-texts';
import { visitRule } from '../rows/visits';

type Found = (field: Field) => FieldProposal | undefined;

/** What a known export says of itself, as positions in this file. */
export function layoutOfProfile(profile: Profile, columns: ReadColumn[], found: Found): Layout {
  const evidence = columns.map((column) => column.evidence);
  const at = (names: string[] | undefined) =>
    names ? (columnNamed(names, evidence)?.position ?? null) : null;
  const discount = found('discount');
  const terms = (names: string[][] | undefined, sign: '+' | '-'): AmountTerm[] =>
    (names ?? []).flatMap((column) => {
      const position = at(column);
      if (position === null) return [];
      // A program that writes its discounts below 0 has them taken off already where they are added.
      const isNegative =
        sign === '-' && position === discount?.position && discountSign(columns[position]) === '+';
      return [{ position, sign: isNegative ? '+' : sign }];
    });
  const { rows = {}, refunds = {} } = profile;
  const type = found('row_type');
  return {
    terms: [...terms(profile.less, '-'), ...terms(profile.plus, '+')],
    discount: discountSign(columns[discount?.position ?? -1]),
    rows: {
      type: rows.type && type ? { position: type.position, ...rows.type } : null,
      only_filled: at(rows.only_filled),
      outgoing_is_other: rows.outgoing_is_other ?? false,
      fill_down: rows.follow ? followed(columns, found) : [],
      heading: rows.heading ? headingColumn(columns, found) : null,
    },
    refunds: {
      level: refunds.level ?? 'line',
      includes_tax: refunds.includes_tax ?? false,
      flags: (refunds.flags ?? []).flatMap(({ column, values }) => {
        const position = at(column);
        return position === null ? [] : [{ position, values }];
      }),
      adjusted_total: at(refunds.adjusted_total),
      returned_quantity: at(refunds.returned_quantity),
    },
    excluded: profile.excluded ?? [],
    ...(profile.stands ? { stands: profile.stands } : {}),
  };
}

/** The same of an export that nobody has described, from its names and values. */
export function layoutOfValues(columns: ReadColumn[], found: Found, amountIsTotal: boolean): Layout {
  const type = found('row_type');
  const refund = found('refund');
  const status = found('status');
  const inAmount = amountIsTotal ? (['tax', 'shipping'] as const) : [];
  const terms = inAmount.flatMap((field): AmountTerm[] => {
    const position = found(field)?.position;
    return position === undefined ? [] : [{ position, sign: '-' }];
  });
  const amount = found('amount');
  const discount = found('discount');
  if (amount && discount && isBeforeDiscount(amount, discount, columns))
    terms.push({ position: discount.position, sign: discountSign(columns[discount.position]) });
  const isPerOrder = refund !== undefined && /\b(order|don hang)\b|订单|注文/.test(foldName(refund.column));
  const rows: RowRules = {
    type: type ? { position: type.position, ...kindsOf(columns[type.position]) } : null,
    only_filled: null,
    outgoing_is_other: false,
    fill_down: followed(columns, found),
    heading: headingColumn(columns, found),
  };
  const visit = visitRule(columns, found);
  if (visit) rows.visit = visit;
  const flagged = [
    ...(status ? [columns[status.position]!] : []),
    ...columns.filter(
      ({ evidence }) => evidence.position !== status?.position && isAfterSales(evidence.column),
    ),
  ].filter(({ evidence }) => evidence.values?.some(saysRefunded));
  return {
    terms,
    discount: discountSign(columns[discount?.position ?? -1]),
    rows,
    refunds: {
      level: isPerOrder && repeats(columns[refund.position]) ? 'order_repeated' : 'line',
      // Refund rows seldom say what tax was in them; the sale's own share of the total stands for it.
      includes_tax:
        refund === undefined
          ? type !== undefined && terms.length > 0 && amountIsTotal
          : columns[refund.position]?.evidence.passes_amount === true,
      flags: [
        ...flagged.map(({ evidence }) => ({ position: evidence.position, values: [...REFUNDED_TEXTS] })),
        ...refundFlags(columns),
      ],
      adjusted_total: null,
      returned_quantity: found('unit_price') ? returnedPieces(columns) : null,
    },
    excluded: status && IS_FLAG.test(foldName(status.column)) ? YES : [],
  };
}

/** A column that says yes or no: "Voided", "Cancelled?". */
const IS_FLAG = /^(is )?(void(ed)?|cancell?ed|annul(e|ado)|storniert)$/;
const YES = ['true', 'yes', 'y', '1', 'ja', 'oui', 'si', 'có'];
const WENT_BACK = /^(is )?(fully |full )?(refunded|returned|erstattet|rembourse|reembolsado)$/;
const CAME_BACK =
  /^(returned quantity|quantity returned|qty returned|returned qty|so luong san pham duoc hoan tra|so luong tra)$/;

/** "Refunded?" with yes or no in it; of several the one that says fully, since the others also mark parts. */
function refundFlags(columns: ReadColumn[]): { position: number; values: string[] }[] {
  const flags = columns.filter(
    ({ evidence }) =>
      WENT_BACK.test(foldName(evidence.column)) &&
      (evidence.values ?? ['']).every((text) => /^(true|false|yes|no|y|n|0|1)$/i.test(text.trim())),
  );
  const full =
    flags.find(({ evidence }) => /full/i.test(evidence.column)) ??
    (flags.length === 1 ? flags[0] : undefined);
  return full ? [{ position: full.evidence.position, values: YES }] : [];
}

const returnedPieces = (columns: ReadColumn[]): number | null =>
  columns.find(({ evidence, numbers }) => numbers?.reading && CAME_BACK.test(foldName(evidence.column)))
    ?.evidence.position ?? null;

/** Names of amounts before discounts. */
const IS_BEFORE = /gross sales|product sales|before discount|order value|truoc giam|before promo/;
const isBeforeDiscount = (amount: FieldProposal, discount: FieldProposal, columns: ReadColumn[]): boolean =>
  IS_BEFORE.test(foldName(amount.column)) || columns[discount.position]?.evidence.leaves_amount === true;

const repeats = (column: ReadColumn | undefined): boolean => {
  const counted = column?.evidence.in_orders;
  return counted !== undefined && counted.filled > 0 && counted.repeated >= 0.9 * counted.orders;
};

const escaped = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The kinds that the different texts of a column say; texts that say nothing stay sales. */
function kindsOf(column: ReadColumn | undefined) {
  const texts = column?.evidence.values ?? [];
  const named = (kind: 'refund' | 'other') => texts.filter((text) => kindOf(text) === kind).map(escaped);
  const other = named('other');
  // "Payment" beside "Sale" settles the sale; alone it is the sale.
  const hasSale = texts.some((text) => kindOf(text) === 'sale');
  const isPayment = (text: string) => /^payments?$/.test(text);
  const sale = hasSale ? [] : other.filter(isPayment);
  const left = other.filter((text) => !sale.includes(text));
  return { sale: [`(?!(?:${left.join('|') || '$.'})$).*`], refund: named('refund'), other: 'other' as const };
}

/** The number and date of an order that only its first row carries, where rows below it name articles. */
function followed(columns: ReadColumn[], found: Found): number[] {
  const filled = (field: Field) => columns[found(field)?.position ?? -1]?.evidence.filled;
  const [order, date] = [filled('order_id'), filled('date')];
  const goods = Math.max(filled('product') ?? 0, filled('sku') ?? 0, filled('quantity') ?? 0);
  if (date === undefined || order === undefined || goods === 0) return [];
  const orderFollows = order < 0.95 * goods && Math.abs(order - date) <= 0.02 * order;
  const orders = columns[found('order_id')?.position ?? -1]?.evidence.distinct ?? 0;
  const dateFollows = date < 0.95 * goods && Math.abs(date - orders) <= 0.05 * orders;
  const following: Field[] = orderFollows
    ? ['order_id', 'date', 'time']
    : dateFollows
      ? ['date', 'time']
      : [];
  return following.flatMap((field) => found(field)?.position ?? []);
}

/** A nameless first column whose few texts stand on rows of their own: the groups of a report. */
function headingColumn([first, ...others]: ReadColumn[], found: Found): number | null {
  if (!first || !/^column_1$/.test(first.evidence.column) || first.evidence.filled < 2) return null;
  const date = others.find(({ evidence }) => evidence.position === found('date')?.position);
  const isOther = (field: Field) => (found(field)?.position ?? 0) !== 0;
  if (!date || isOther('customer') || isOther('email') || isOther('phone')) return null;
  const { rows, filled } = first.evidence;
  return Math.abs(rows - filled - date.evidence.filled) <= 0.02 * rows + 2 ? first.evidence.position : null;
}

/** Whether a discount column holds negative amounts, which are added where others are taken off. */
export const discountSign = (column: ReadColumn | undefined): '+' | '-' =>
  column && isMostlyNegative(column) ? '+' : '-';
