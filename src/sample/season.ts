import { RandomStream } from './random';

/** Days of the shop's history, counted from 2021-01-01. */
export interface ShopDays {
  /** Number of days. */
  count: number;
  /** 'YYYY-MM-DD' by day. */
  text: string[];
  /** Month × 100 + day of month, e.g. 1224. */
  monthDay: Int32Array;
  /** Years since 2021. */
  year: Int32Array;
  /** Weights of the day, in per mille of an ordinary one, for repeat buyers, new customers and the till. */
  repeat: Int32Array;
  arrival: Int32Array;
  till: Int32Array;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Monday first; 2021-01-01 was a Friday. */
const WEEKDAYS = [106, 98, 94, 95, 101, 128, 78];
const MONTHS = [92, 95, 103, 104, 102, 96, 76, 73, 101, 106, 122, 150];
/** December brings people who buy for others: many of them, once. */
const ARRIVAL_MONTHS = [78, 84, 98, 100, 100, 94, 72, 70, 104, 108, 140, 260];
const ARRIVAL_GROWTH = [100, 118, 130, 136, 140];

const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Trade in the week of Christmas ends on the 23rd; after it comes a lull. */
function christmas(monthDay: number): number {
  if (monthDay >= 1224 && monthDay <= 1226) return 25;
  return monthDay > 1226 && monthDay <= 1231 ? 55 : monthDay >= 1205 && monthDay <= 1221 ? 125 : 100;
}

/** The days from 2021-01-01 to the end of the year `lastYear`, with their seasons. */
export function shopDays(seed: number, lastYear: number): ShopDays {
  const random = new RandomStream(seed);
  const text: string[] = [];
  const monthDays: number[] = [];
  const years: number[] = [];
  const repeat: number[] = [];
  const arrival: number[] = [];
  const till: number[] = [];
  for (let year = 2021; year <= lastYear; year++) {
    for (let month = 1; month <= 12; month++) {
      const days = MONTH_LENGTHS[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0);
      for (let day = 1; day <= days; day++) {
        const number = text.length;
        const monthDay = month * 100 + day;
        const base = WEEKDAYS[(number + 4) % 7]! * christmas(monthDay);
        const growth = ARRIVAL_GROWTH[Math.min(year - 2021, 4)]!;
        const chance = 80 + random.start(1, number, 0).below(41);
        text.push(`${year}-${two(month)}-${two(day)}`);
        monthDays.push(monthDay);
        years.push(year - 2021);
        repeat.push(Math.floor((base * MONTHS[month - 1]!) / 1000));
        arrival.push(Math.floor((base * ARRIVAL_MONTHS[month - 1]! * growth * chance) / 10000000));
        till.push(Math.floor((base * MONTHS[month - 1]! * chance) / 100000));
      }
    }
  }
  return {
    count: text.length,
    text,
    monthDay: Int32Array.from(monthDays),
    year: Int32Array.from(years),
    repeat: Int32Array.from(repeat),
    arrival: Int32Array.from(arrival),
    till: Int32Array.from(till),
  };
}

/**
 * The clock that repeat buyers live by: entry d is the time at the start of day d, in days whose mean length is 1
 * over the first four years. A December day is a long one, so that more orders fall into it.
 */
export function seasonClock(days: ShopDays): Float64Array {
  let total = 0;
  for (let day = 0; day < HISTORY_DAYS; day++) total += days.repeat[day]!;
  const clock = new Float64Array(days.count + 1);
  let sum = 0;
  for (let day = 0; day < days.count; day++) {
    sum += days.repeat[day]!;
    clock[day + 1] = (sum * HISTORY_DAYS) / total;
  }
  return clock;
}

/** 2021-01-01 … 2024-12-31. */
export const HISTORY_DAYS = 1461;

/** How many of `total` things have happened by the end of each day, in proportion to the weights of the first four years. */
export function spread(weights: Int32Array, total: number): Float64Array {
  let whole = 0;
  for (let day = 0; day < HISTORY_DAYS; day++) whole += weights[day]!;
  const reached = new Float64Array(weights.length);
  let sum = 0;
  for (let day = 0; day < weights.length; day++) {
    sum += weights[day]!;
    reached[day] = Math.floor((sum * total) / whole);
  }
  return reached;
}
