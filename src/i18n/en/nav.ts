/** Places, and what is apart below them. */
export const nav = {
  places: {
    home: 'Home',
    back: 'Coming back',
    losing: 'Losing',
    value: 'Value',
    products: 'Products',
    customers: 'Customers',
  },
  /** Where there is little room: the bar of a phone. */
  short: { back: 'Back' } as Record<string, string>,
  sql: 'SQL',
  data: 'Data',
  how: 'How we count',
  another: 'Open another file',
  project: (first: string, others: string) => `${first} and ${others} more`,
  badge: {
    aside: (rows: string) => `set aside: ${rows}`,
    questions: (open: string) => `open questions: ${open}`,
  },
};

/** What was read of a file, above the figures that it opens with. */
export const read = {
  rows: (read: string, used: string, aside: string) => `${read} rows: ${used} used, ${aside} set aside.`,
  check: 'Check',
};
