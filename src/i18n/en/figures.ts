import { plural } from '../numbers';

/** How dates, periods and yes or no are said. */
export const figures = {
  yes: 'yes',
  no: 'no',
  weekOf: (day: string) => `week of ${day}`,
  quarter: (quarter: number, year: string) => `Q${quarter} ${year}`,
  fiscalYear: (year: string) => `FY${year}`,
  /** A number of days, and how it is written. */
  days: (n: number, days: string) => plural(n, { one: `${days} day`, other: `${days} days` }),
};
