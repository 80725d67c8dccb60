/** Words of the pictures. Texts in brackets come formatted: "34%", "350", "March 2011". */
export const charts = {
  table: 'Table',
  savePicture: 'Save picture (SVG)',
  saveTable: 'Save table (CSV)',
  howCounted: 'How this is counted',
  showSql: 'Show SQL',
  working: 'Working it out …',
  saved: (file: string) => `Saved ${file}`,
  empty: 'There is nothing to show for these settings.',

  cohort: 'Started in',
  customers: 'Customers',
  average: 'All together',
  percentOfCohort: '% of the row’s customers',
  moneyIn: (currency: string | null) => (currency ? `in ${currency}` : 'amounts'),
  countUnit: 'number',
  daysUnit: 'days',

  heatmap: (rows: string, ages: string) =>
    `Table of ${rows} rows and ${ages} columns, coloured by value. Move with the arrow keys, open a cell with Enter.`,
  curves: (lines: string) =>
    `Chart of ${lines} lines. Arrow keys: left and right along a line, up and down between lines.`,
  choose: (label: string) => `Show ${label} as a line`,

  ages: 'periods since the first order',
  startsAtAll: 'every line starts at 100%, which is not drawn',
  keyOpen: 'hatched: still open, will change',
  keyHollow: 'empty: not begun',
  keyPale: 'pale: fewer than 30 customers',
  keyCounts: '“2 of 4”: fewer than 5 customers, so no rate',
  keyLeftCut: 'hatched name: may be older customers, left out of “All together”',
  keyDashed: 'dashed: still open',
  keyBand: 'band: 95% interval of “All together”',

  cameBack: (rate: string) => `${rate} came back`,
  nOfN: (n: string, of: string) => `${n} of ${of}`,
  fromCustomers: (of: string) => `from ${of} customers`,
  between: (low: string, high: string) => `between ${low} and ${high}`,
  complete: 'complete',
  openUntil: (date: string) => `open until ${date}`,
  open: 'not complete yet',
  notBegun: 'not begun yet',
  noValue: 'no value',
  fewCustomers: 'few customers, read with care',
  leftCut: 'may be older customers',
  pooled: 'all complete rows together',
  spoken: (row: string, age: string, rest: string) => `${row}, ${age}: ${rest}`,
};
