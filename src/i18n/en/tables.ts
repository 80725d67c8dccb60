/** Words for the tables of an import: what each is for, and how it hangs on the others. */
export const tables = {
  title: 'What each table is for',
  files: 'Files',
  caption: 'Tables of this import, what each is for, and how it was joined',
  heads: { table: 'Table', rows: 'Rows', role: 'What it is', how: 'How it is used' },
  rows: (rows: string) => `${rows} rows`,
  roles: {
    orders: 'orders',
    lines: 'order lines',
    refunds: 'refunds or returns',
    products: 'list of products',
    customers: 'list of customers',
    part: 'more rows of another table',
    ignore: 'not used',
  },
  main: (columns: string, rows: string) => `These ${rows} rows are counted; they have ${columns} columns.`,
  part: 'It has the same columns: its rows stand below those of the other table.',
  joined: (column: string, to: string, to_column: string, found: string, of: string) =>
    column === to_column
      ? `Joined to ${to} by ${column}: ${found} of ${of} found.`
      : `Its ${column} is joined to ${to_column} of ${to}: ${found} of ${of} found.`,
  unnamed: (rows: string) => `${rows} of its rows are named by no order.`,
  refundsAlone: 'It names no order: each row is counted on its own day, as of an unknown buyer.',
  refundOf: (amount: string, date: string) => `How much: ${amount}. On which day: ${date}.`,
  refundDay: 'that of the order',
  wholeOrder: 'It says no amount: each row gives back its whole order.',
  left: {
    chosen: 'you left it out',
    another_chosen: 'another table of the same file was chosen',
    hidden: 'its author has hidden it',
    unreadable: 'it cannot be read as a table',
    copy: 'it holds the same rows as another table',
    no_key: 'no column of it says which order, product or customer a row belongs to',
    other_rows: 'it belongs to no other table',
    not_an_order_list: 'it speaks of the orders, but is no list of lines, refunds, products or customers',
  } as Record<string, string>,
  leftOut: (why: string) => `Left out: ${why}.`,
  leftOutFor: (why: string, about: string) => `Left out: ${why} (${about}).`,
};
