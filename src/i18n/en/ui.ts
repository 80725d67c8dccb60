import { count, plural } from '../numbers';

/** Words of the parts that every page shares. */
export const ui = {
  appName: 'Regulars',
  skip: 'Skip to the page',

  drop: {
    title: 'Drop a sales file here',
    formats: 'CSV, text, Excel, OpenDocument, Parquet or JSON, also in a zip',
    choose: 'Choose a file',
    paste: 'or paste rows copied from a spreadsheet',
    over: 'Let go to read it',
    stays: 'The file stays on this computer.',
    pasted: 'pasted-rows.tsv',
  },

  more: (rest: string) => `and ${rest} more`,
  download: 'Download all rows (CSV)',
  noRows: 'No rows.',
  wrongNumber: (least: string, most: string, whole: boolean) =>
    whole ? `Enter a whole number from ${least} to ${most}.` : `Enter a number from ${least} to ${most}.`,
  withUnit: (name: string, unit: string) => `${name}, ${unit}`,
  daysUnit: 'days',

  close: 'Close',
  stop: 'Stop',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying; select the text and copy it.',
  openSql: 'Open in editor',
  saveSql: 'Save as .sql',
  sqlRuns: 'Runs unchanged in DuckDB.',

  millions: (unit: string) => `million ${unit}`,
  units: { bytes: 'bytes', rows: 'lines', steps: 'steps' },
  unpacked: (done: string, unit: string) => `${done} ${unit} unpacked`,
  progress: (done: string, total: string, unit: string) => `${done} of ${total} ${unit}`,
  about: (time: string) => `about ${time}`,
  seconds: (n: number) => plural(n, { one: '1 second', other: `${count(n)} seconds` }),
  minutes: (n: number) => plural(n, { one: '1 minute', other: `${count(n)} minutes` }),

  /** A failure of the page itself. */
  notShownWhole: (why: string) => `The rest of this message could not be shown (${why}).`,
  pageFailed: (why: string) => `This page could not be shown: ${why}.`,
  uncaught: (why: string) => `Something went wrong in the page itself: ${why}.`,
  pageFailedNext:
    'Your file is still open. Try again, or choose another page; if it happens once more, reload the page.',
  tryAgain: 'Try again',

  inFile: (file: string) => `in ${file}`,
  atLine: (line: string) => `line ${line}`,
  inColumn: (column: string) => `column ${column}`,
  nextStep: 'What to do',

  places: 'Places',
  furtherPages: 'More',
  tabsOf: (place: string) => `Questions: ${place}`,
  find: { box: 'Ask or find…', keys: 'Ctrl K', keysOfMac: '⌘ K' },
  openIt: 'Open →',
  openOf: (title: string) => `Open: ${title}`,
  trust: {
    label: 'About this file',
    file: 'File',
    span: 'Orders from',
    completeUntil: 'Complete until',
    customers: 'Customers',
    identity: 'Orders with known buyer',
    leftOut: 'Left out',
    kept: 'Saved',
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    rows: (out: string) => `${out} rows`,
    ofAll: (some: string, all: string) => `${some} of ${all}`,
    nothingLeft: 'Nothing has left this computer',
  },
};
