import { clockOf, partsOf, type Convention, type Draft } from '../draft';
import { dateOf, isoOf } from '../shop';

type Write = (day: number, minute: number) => string;

const dayOf = ({ order, kind }: Parameters<Draft['columns'][number]['text']>[0]): number =>
  kind === 'refund' ? order.refund!.day : order.day;

/** Dates of one form, which no list of plain ones has. */
const form = (
  id: string,
  write: Write,
  dateOrder: Draft['dateOrder'] = 'ymd',
  more: Partial<Convention> = {},
): Convention => ({
  id,
  rule: 16,
  takes: ['date'],
  write: (draft) => {
    draft.dateOrder = dateOrder;
    draft.column('date').text = (row) => write(dayOf(row), row.order.minute);
  },
  ...more,
});

const twelve = (minute: number, am: string, pm: string): string => {
  const hour = Math.floor(minute / 60);
  return `${((hour + 11) % 12) + 1}:${String(minute % 60).padStart(2, '0')} ${hour < 12 ? am : pm}`;
};
const dmy = (day: number): string => partsOf(day).toReversed().join('/');
const FRENCH = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthAt = (names: readonly string[], day: number): string => names[dateOf(day).getUTCMonth()]!;
const epoch = (day: number, minute: number): number => dateOf(day).getTime() / 1000 + minute * 60;
const digitsFrom = (first: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));

/** Months alone: every order stands on the first of its month. */
const monthOnly = (id: string, write: Write): Convention =>
  form(id, write, 'ymd', {
    takes: ['date', 'refund', 'number', 'grain'],
    plan: (draft) => {
      for (const order of draft.shop.orders) order.day = firstOfMonth(order.day);
    },
  });

const firstOfMonth = (day: number): number => day - (dateOf(day).getUTCDate() - 1);

/** The rows whose date stands for none are set aside: the orders of them are not there. */
const sentinel = (id: string, text: string, every: number): Convention => ({
  id,
  rule: 15,
  takes: ['date', 'refund', 'number', 'grain'],
  plan: (draft) => {
    draft.mayAsk.add('sentinel_dates');
    draft.answers.sentinel_dates = 'drop';
    draft.shop.orders.forEach((order, at) => (order.counts = at % every !== 2));
  },
  write: (draft) => {
    draft.dateOrder = 'ymd';
    draft.column('date').text = (row) => (row.order.counts ? isoOf(dayOf(row)) : text);
  },
});

export const DATES: Convention[] = [
  {
    id: 'half of the dates swapped',
    rule: 15,
    takes: ['date', 'refund'],
    plan: (draft) => {
      draft.mayAsk.add('swapped_dates');
      draft.answers.swapped_dates = 'swap';
    },
    write: (draft) => {
      draft.dateOrder = 'dmy';
      draft.column('date').text = ({ order: { day } }) => {
        const [y, m, d] = partsOf(day);
        return Number(d) <= 12 ? `${y}-${d}-${m} 00:00:00` : `${d}/${m}/${y}`;
      };
    },
  },
  sentinel('1970 where no date is known', '1970-01-01', 9),
  sentinel('1900 where no date is known', '1900-01-01', 11),
  sentinel('9999 where no date is known', '9999-12-31', 8),
  sentinel('1899 where no date is known', '1899-12-30', 150),
  form('half-days in Spanish', (day, minute) => `${dmy(day)} ${twelve(minute, 'a. m.', 'p. m.')}`, 'dmy'),
  form('half-days with dots', (day, minute) => `${isoOf(day)} ${twelve(minute, 'a.m.', 'p.m.')}`),
  form('half-days in Chinese', (day, minute) => {
    const [y, m, d] = partsOf(day);
    const hour = Math.floor(minute / 60);
    return `${y}/${Number(m)}/${Number(d)} ${hour < 12 ? '上午' : '下午'}${((hour + 11) % 12) + 1}:${clockOf(minute).slice(3)}`;
  }),
  form('half-days in Vietnamese', (day, minute) => `${dmy(day)} ${twelve(minute, 'SA', 'CH')}`, 'dmy'),
  form(
    'months in French, in UTC',
    (day, minute) =>
      `${dateOf(day).getUTCDate()} ${monthAt(FRENCH, day)} ${partsOf(day)[0]} ${clockOf(minute)}:11 UTC`,
  ),
  form('a zone in brackets', (day, minute) => `${isoOf(day)}T${clockOf(minute)}:00[Europe/Berlin]`),
  form('seconds since 1970', (day, minute) => String(epoch(day, minute))),
  form('thousandths since 1970', (day, minute) => String(epoch(day, minute) * 1000 + 123)),
  monthOnly('months alone', (day) => isoOf(day).slice(0, 7)),
  monthOnly('months alone in words', (day) => `${monthAt(ENGLISH, day)}-${partsOf(day)[0]!.slice(2)}`),
  form('days without a year', (day) => `${dateOf(day).getUTCDate()}-${monthAt(ENGLISH, day)}`, 'ymd', {
    takes: ['date', 'refund'],
    plan: (draft) => {
      draft.mayAsk.add('year');
      draft.answers.year = '2023';
    },
  }),
  form(
    'Buddhist years',
    (day) => {
      const [y, m, d] = partsOf(day);
      return `${d}/${m}/${Number(y) + 543}`;
    },
    'dmy',
  ),
  form('years of the Republic', (day) => {
    const [y, m, d] = partsOf(day);
    return `${Number(y) - 1911}/${m}/${d}`;
  }),
  form('Arabic digits', (day) => digitsFrom(0x660)(isoOf(day))),
  form('full-width digits', (day) => digitsFrom(0xff10)(isoOf(day))),
  {
    id: 'all still to come',
    rule: 19,
    takes: ['date', 'refund', 'rows', 'status'],
    plan: (draft) => void draft.refusals.push('nothing-used', 'not-sales'),
    write: (draft) => {
      draft.dateOrder = 'ymd';
      draft.column('date').text = ({ order: { day } }) => isoOf(day + 3653);
    },
  },
  {
    id: 'a third cannot be read',
    rule: 19,
    takes: ['amount', 'refund', 'rows', 'grain', 'number'],
    plan: (draft) => {
      draft.mayAsk.add('map.amount');
      draft.shop.orders.forEach((order, at) => (order.counts = at % 5 > 1));
    },
    write: (draft) => {
      draft.column('amount').text = ({ minor, order }) => (order.counts ? draft.money(minor) : 'see note');
    },
  },
  {
    id: 'a third is free of charge',
    rule: 19,
    takes: ['amount', 'refund', 'rows', 'grain', 'number'],
    plan: (draft) => {
      draft.shop.orders.forEach((order, at) => (order.counts = at % 5 > 1));
    },
    write: (draft) => {
      draft.column('amount').text = ({ minor, order }) => draft.money(order.counts ? minor : 0);
    },
  },
];
