/** A clean file that departs from the bytes of its file, and what brings it back; rows with the names first. */
export interface Correction {
  why: string;
  of: (rows: string[][]) => string[][];
  /** What is lost in the clean file is left out of ours too. */
  ours?: (rows: string[][]) => string[][];
}

const names = (rows: string[][], of: (name: string, at: number) => string): string[][] => [
  (rows[0] ?? []).map(of),
  ...rows.slice(1),
];
const once = (name: string) => [...new Set(name.split(' '))].join(' ');

/** Corrections are checked: with them every cell has to agree. */
export const CORRECTIONS: Record<string, Correction> = {
  'pollock/polluted/csv/file_header_multirow_2.csv': {
    why: 'the same header twice is one name, not "DATE DATE"',
    of: (rows) => names(rows, once),
  },
  'pollock/polluted/csv/file_header_multirow_3.csv': {
    why: 'the same header three times is one name, not "DATE DATE DATE"',
    of: (rows) => names(rows, once),
  },
  'pollock/survey_sample/csv/Copy_of_2016-17_Q3_Final_V2.csv': {
    why: 'the clean file drops from its header the stray character that it mends in its cells',
    of: (rows) => names(rows, (name) => name.replace('etc. ()', 'etc. (œ)')),
  },
  'pollock/survey_sample/csv/Note_4_Staff_costs_-_Average_number_of_persons_employed_13-14.csv': {
    why: 'the clean file takes the title of the sheet for the beginning of the first name',
    of: (rows) => names(rows, (name) => name.replace('Average number of persons employed ', '')),
  },
  'pollock/survey_sample/csv/PLA_6%Talc-1hz.csv': {
    why: 'the clean file writes two apostrophes where the file has a quote',
    of: (rows) => names(rows, (name) => name.replace("''", '"')),
  },
  'pollock/survey_sample/csv/nati-clin-audi-bowe-canc-2017-tran-main-fiel-list.csv': {
    why: 'the clean file takes the word "Source" above the list for its header; the list has none',
    of: (rows) => [[], ...rows.slice(1)],
  },
  'pollock/survey_sample/csv/2004-2016.csv': {
    why: 'the clean file blanks the word "missing", which stands in the file',
    of: (rows) => rows,
    ours: (rows) => rows.map((row) => row.map((cell) => (cell === 'missing' ? '' : cell))),
  },
};
