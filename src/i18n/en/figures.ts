/** How dates, periods and yes or no are said. */
export const figures = {
  yes: 'yes',
  no: 'no',
  weekOf: (day: string) => `week of ${day}`,
  quarter: (quarter: number, year: string) => `Q${quarter} ${year}`,
  fiscalYear: (year: string) => `FY${year}`,
  days: (days: string, one: boolean) => (one ? `${days} day` : `${days} days`),
};
