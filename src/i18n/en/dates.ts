/** How dates and periods are named. */
export const dates = {
  weekOf: (day: string) => `week of ${day}`,
  quarter: (quarter: number, year: string) => `Q${quarter} ${year}`,
  days: (days: string, one: boolean) => (one ? `${days} day` : `${days} days`),
};
