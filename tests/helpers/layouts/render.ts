import { emailOf, fill, nameOf, phoneOf } from './filler';
import { lineTotal, makeOrders, salesOf, type Line, type Moment, type Order, type ShopRules } from './shop';

export interface Platform {
  platform: string;
  export: string;
  headers: string[];
  roles: Record<string, string | string[] | null>;
  delimiter: string | null;
  status_exclude: string[];
  confidence: string;
}

export type Amounts = Record<
  'before' | 'discount' | 'sales' | 'tax' | 'shipping' | 'total' | 'pieces',
  number
>;
export type RowName = 'sale' | 'refund' | 'item' | 'sums';

export interface RowContext {
  order: Order;
  line: Line | null;
  /** Which row of the order, from 0. */
  at: number;
  kind: RowName;
  moment: Moment;
  amounts: Amounts;
  whole: Amounts;
  /** What went back as the layout writes it, with tax and shipping where it does. */
  back: number;
  isWholeBack: boolean;
  m: (amount: number) => string;
  d: (moment: Moment) => string;
  status: string;
}

export interface Spec {
  grain: 'order' | 'line' | 'first' | 'repeated' | 'unit' | 'sums_and_items';
  date: (moment: Moment) => string;
  time?: (moment: Moment) => string;
  money?: (amount: number) => string;
  /** 1 for cents; 1000 where money is whole. */
  step?: number;
  refunds?: 'none' | 'column' | 'rows' | 'receipts' | 'whole' | 'lines';
  /** Refunds stand with the tax and shipping that they gave back. */
  gross?: boolean;
  /** A refund of everything looks like none in this layout. */
  blindToWhole?: boolean;
  tax?: number;
  /** No column says the tax, which is in the total. */
  taxUnsaid?: boolean;
  shipping?: boolean;
  discounts?: boolean;
  excluded?: string[];
  usual?: string;
  type?: Partial<Record<RowName, string>>;
  /** Nobody can be told apart in this layout. */
  nobody?: boolean;
  guests?: boolean;
  guestId?: string;
  id?: (order: Order) => string;
  refundId?: (order: Order) => string;
  own?: (context: RowContext) => Record<string, string>;
  /** Sales that an order of the shop loses in this layout (lines that were cancelled alone). */
  lost?: (order: Order) => number;
  around?: {
    above?: string[];
    below?: string[];
    between?: (at: number, headers: string[]) => string[] | null;
  };
  seed?: number;
}

export interface Truth {
  all: { orders: number; sales: number };
  identified: { customers: number; orders: number; sales: number; refunds: number; net: number };
  anonymous: { orders: number; sales: number };
}

const listed = (role: string | string[] | null | undefined): string[] =>
  Array.isArray(role) ? role : role ? [role] : [];
const taxOf = (sales: number, rate: number) => Math.round((sales * rate) / 100);
const pieceCount = (order: Order) => order.lines.reduce((sum, { quantity }) => sum + quantity, 0);

function amountsOf(order: Order, spec: Spec, line: Line | null, pieces?: number[]): Amounts {
  const lines = line ? [line] : order.lines;
  const count = (one: Line) => pieces?.[order.lines.indexOf(one)] ?? (pieces ? 0 : one.quantity);
  const sum = (of: (one: Line) => number) => lines.reduce((total, one) => total + of(one), 0);
  const discount = sum((one) => (count(one) === one.quantity ? one.discount : 0));
  const sales = sum((one) => (count(one) === 0 ? 0 : lineTotal(one, count(one))));
  const tax = sum((one) => (count(one) === 0 ? 0 : taxOf(lineTotal(one, count(one)), spec.tax ?? 0)));
  const isAll = !pieces || lines.every((one) => count(one) === one.quantity);
  const shipping = isAll && (!line || order.lines[0] === line) ? order.shipping : 0;
  return {
    before: sales + discount,
    discount,
    sales,
    tax,
    shipping,
    total: sales + tax + shipping,
    pieces: sum(count),
  };
}

const negative = (amounts: Amounts): Amounts =>
  Object.fromEntries(
    Object.entries(amounts).map(([name, value]) => [name, value === 0 ? 0 : -value]),
  ) as Amounts;

export function shopFor(platform: Platform, spec: Spec): Order[] {
  const step = spec.step ?? 1;
  const rules: ShopRules = {
    seed: spec.seed ?? platform.headers.length * 31 + platform.export.length,
    step,
    mostUnits: step === 1 ? 9000 : 900,
    refunds: { none: 'none', whole: 'whole', lines: 'any', column: 'any', rows: 'any', receipts: 'any' }[
      spec.refunds ?? 'none'
    ] as ShopRules['refunds'],
    guests: spec.guests ?? true,
    shipping: spec.shipping ?? false,
    discounts: spec.discounts ?? true,
    excluded: (spec.excluded ?? []).length > 0,
  };
  return makeOrders(rules).map((order) => (step === 1 ? order : { ...order, lines: order.lines }));
}

/** The figures that the layout can tell of the shop, by the definitions of counting.md. */
export function truthOf(orders: Order[], spec: Spec): Truth {
  const truth: Truth = {
    all: { orders: 0, sales: 0 },
    identified: { customers: 0, orders: 0, sales: 0, refunds: 0, net: 0 },
    anonymous: { orders: 0, sales: 0 },
  };
  const isLinked = spec.refunds !== 'receipts';
  const valid = orders.filter((order) => {
    if (order.isExcluded) return false;
    const sales = salesOf(order) - (spec.lost?.(order) ?? 0);
    return sales > 0 && !(isLinked && refundOf(order, spec) >= sales);
  });
  const known = new Set<number>();
  for (const order of valid) {
    const sales = salesOf(order) - (spec.lost?.(order) ?? 0);
    truth.all.orders++;
    truth.all.sales += sales;
    const isKnown = order.who !== null && !spec.nobody;
    const side = isKnown ? truth.identified : truth.anonymous;
    side.orders++;
    side.sales += sales;
    if (isKnown) known.add(order.who!.no);
    if (isKnown && isLinked) truth.identified.refunds += refundOf(order, spec);
  }
  if (!isLinked && !spec.nobody)
    for (const order of orders)
      if (order.who && known.has(order.who.no)) truth.identified.refunds += refundOf(order, spec);
  truth.identified.customers = known.size;
  truth.identified.net = truth.identified.sales - truth.identified.refunds;
  return truth;
}

/** What a refund takes off sales: of one with tax inside, what was paid for goods; shipping is in it only where it is larger than both. */
function refundOf(order: Order, spec: Spec): number {
  if (!order.back || order.isExcluded) return 0;
  const back = amountsOf(order, spec, null, order.back.pieces);
  const whole = amountsOf(order, spec, null);
  if (spec.blindToWhole && back.sales === whole.sales) return 0;
  if (!spec.gross) return back.sales;
  const taxed = whole.sales + whole.tax;
  const hasTax = spec.tax !== undefined && !spec.taxUnsaid && back.total <= taxed;
  return Math.round((back.total * whole.sales) / (hasTax ? taxed : whole.total));
}

interface RowPlan {
  line: Line | null;
  kind: RowName;
  amounts: Amounts;
  moment: Moment;
}

function rowsOf(order: Order, spec: Spec): RowPlan[] {
  const plain = (line: Line | null, kind: RowName): RowPlan => ({
    line,
    kind,
    amounts: amountsOf(order, spec, line),
    moment: order.at,
  });
  const { grain } = spec;
  const rows: RowPlan[] = [];
  if (grain === 'order') rows.push(plain(null, 'sale'));
  else if (grain === 'sums_and_items') {
    rows.push(plain(null, 'sums'));
    for (const line of order.lines) rows.push(plain(line, 'item'));
  } else if (grain === 'unit')
    for (const line of order.lines)
      for (let piece = 0; piece < line.quantity; piece++)
        rows.push({ ...plain(line, 'sale'), amounts: amountsOf(order, spec, { ...line, quantity: 1 }) });
  else for (const line of order.lines) rows.push(plain(line, 'sale'));
  const isRow = spec.refunds === 'rows' || spec.refunds === 'receipts';
  if (isRow && order.back && !order.isExcluded) {
    const { pieces, at } = order.back;
    const isByLine = grain === 'line';
    const parts = isByLine ? order.lines.filter((_, i) => pieces[i]! > 0) : [null];
    for (const line of parts)
      rows.push({
        line,
        kind: 'refund',
        amounts: negative(amountsOf(order, spec, line, pieces)),
        moment: at,
      });
  }
  return rows;
}

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export function fileOf(platform: Platform, spec: Spec, orders: Order[]): string {
  const delimiter = platform.delimiter ?? ',';
  const lines = [
    ...(spec.around?.above ?? []),
    platform.headers.map((h) => quoted(h, delimiter)).join(delimiter),
  ];
  let row = 0;
  for (const order of orders)
    for (const [at, plan] of rowsOf(order, spec).entries()) {
      const between = spec.around?.between?.(row, platform.headers);
      if (between) lines.push(between.map((cell) => quoted(cell, delimiter)).join(delimiter));
      lines.push(
        cellsOf(platform, spec, order, plan, at, row++)
          .map((cell) => quoted(cell, delimiter))
          .join(delimiter),
      );
    }
  return [...lines, ...(spec.around?.below ?? [])].join('\n') + '\n';
}

function contextOf(spec: Spec, order: Order, plan: RowPlan, at: number): RowContext {
  const whole = amountsOf(order, spec, null);
  const back = order.back ? amountsOf(order, spec, null, order.back.pieces) : null;
  const words = spec.excluded ?? [];
  return {
    order,
    line: plan.line,
    at,
    kind: plan.kind,
    moment: plan.moment,
    amounts: plan.amounts,
    whole,
    back: back && !order.isExcluded ? (spec.gross ? back.total : back.sales) : 0,
    isWholeBack: back !== null && !order.isExcluded && back.sales === whole.sales,
    m: spec.money ?? ((n) => (n / 100).toFixed(2)),
    d: spec.date,
    status: order.isExcluded ? words[order.no % words.length]! : (spec.usual ?? 'completed'),
  };
}

function cellsOf(
  platform: Platform,
  spec: Spec,
  order: Order,
  plan: RowPlan,
  at: number,
  row: number,
): string[] {
  const { headers, roles } = platform;
  const context = contextOf(spec, order, plan, at);
  const values = roleValues(context, spec);
  const own = spec.own?.(context) ?? {};
  const isTold = (role: string) => role !== 'customer' && role in values;
  const byHeader = new Map<string, string>();
  for (const role of Object.keys(roles).filter(isTold)) {
    const [first] = listed(roles[role]).filter((header) => headers.includes(header));
    if (first !== undefined && !byHeader.has(first)) byHeader.set(first, values[role]!);
  }
  const [, clock] = listed(roles.date);
  if (spec.time && clock && headers.includes(clock)) byHeader.set(clock, spec.time(plan.moment));
  const people = listed(roles.customer).map((text) => text.replace(/ \(.*$/, ''));
  const isRest = spec.grain === 'first' && at > 0;
  return headers.map((header) => {
    if (header in own) return own[header]!;
    if (byHeader.has(header)) return byHeader.get(header)!;
    if (people.includes(header)) return isRest ? '' : identity(header, order, spec, people);
    const around = {
      order: order.no,
      row,
      who: order.who?.no ?? null,
      later: { ...plan.moment, hour: 23 },
      date: spec.date,
      money: context.m,
      step: spec.step ?? 1,
    };
    return isRest ? '' : fill(header, around);
  });
}

function identity(header: string, { who }: Order, spec: Spec, people: string[]): string {
  const hasEmail = people.some((name) => /mail/i.test(name));
  const isId =
    !/mail|phone|điện thoại|telepon|手机|电话|contacts/i.test(header) &&
    !/name$|tên|họ|^khách hàng$/i.test(header);
  if (!who) return isId ? (spec.guestId ?? '') : '';
  if (/mail/i.test(header)) return emailOf(who.no);
  if (/phone|điện thoại|telepon|手机|电话|contacts/i.test(header)) return phoneOf(who.no);
  if (/username|buyer$|会员|người mua/i.test(header)) return `fan_${who.no}_of`;
  if (!isId) return nameOf(who.no);
  return hasEmail && !who.hasAccount ? (spec.guestId ?? '') : `K${1000 + who.no}`;
}

/** The value of each role on a row; a role that the layout leaves empty here is ''. */
function roleValues(context: RowContext, spec: Spec): Record<string, string> {
  const { order, line, at, kind, amounts, whole, m, back } = context;
  const { grain } = spec;
  const isFirst = at === 0;
  const isOrder = grain === 'order' || kind === 'sums';
  const level = (amount: (of: Amounts) => number): string => {
    if (grain === 'first') return isFirst ? m(amount(whole)) : '';
    return m(amount(grain === 'repeated' ? whole : amounts));
  };
  const goods = line ?? order.lines[0]!;
  const refund = spec.refunds === 'column' ? (grain === 'first' ? (isFirst ? m(back) : '') : m(back)) : m(0);
  const isPiece = grain === 'unit';
  return {
    order_id:
      (kind === 'refund' ? spec.refundId : undefined)?.(order) ??
      (spec.id ?? ((o: Order) => `${10_001 + o.no}`))(order),
    date: spec.date(context.moment),
    total: grain === 'line' && kind === 'sale' ? m(whole.total) : level((of) => of.total),
    subtotal: level((of) => of.before),
    net: level((of) => of.sales),
    discount: level((of) => of.discount),
    tax: level((of) => of.tax),
    shipping: level((of) => of.shipping),
    tip: m(0),
    refund,
    line_total: isPiece ? m(goods.unit) : m(amounts.sales),
    quantity: isOrder
      ? String(amounts.pieces)
      : isPiece
        ? '1'
        : String(line ? amounts.pieces : pieceCount(order)),
    unit_price: m(goods.unit),
    product: `Article ${goods.article}`,
    sku: `SKU-${100 + goods.article}`,
    line_id: `${order.no * 10 + at + 700_000}`,
    currency: 'USD',
    status: grain === 'first' && !isFirst ? '' : context.status,
    type: spec.type?.[kind] ?? '',
    line_type: spec.type?.[kind] ?? '',
  };
}
