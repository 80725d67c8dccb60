/** Words of the form for rates between currencies, and of figures that they are in. */
export const rates = {
  title: 'Several currencies',
  lead: (currency: string) =>
    `Two currencies are never added. Figures are in ${currency}; say what one unit of another is worth in it, and its rows count too.`,
  one: (from: string, into: string) => `1 ${from} in ${into}`,
  rows: (rows: string) => `${rows} rows`,
  count: 'Count them at these rates',
  stop: 'Count one currency only',
  wrong: 'Enter a number above 0 with at most ten decimals, or leave it empty.',
  note: (currency: string) => `Amounts of other currencies are turned into ${currency} at your rates.`,
};
