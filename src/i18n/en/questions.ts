/** What is asked of dates that a file leaves open. */
export const questions = {
  swappedDates: (column: string, real: string, texts: string) =>
    `In "${column}" all ${real} real dates have a day from 1 to 12, and all ${texts} dates that are texts have a day above 12. A spreadsheet does that when it takes the day for the month. Are day and month of the real dates swapped?`,
  swapped: (from: string, to: string) => `Yes, swap them back: orders from ${from} to ${to}`,
  notSwapped: (from: string, to: string) => `No, they are right: orders from ${from} to ${to}`,
  year: (column: string, example: string) =>
    `Dates in "${column}" (such as ${example}) name no year. Which year does the first row belong to?`,
  yearNamed: (year: string, where: string) => `${year} (named in ${where})`,
  yearsOver: (year: string, until: string) => `${year}, and on into ${until} where December turns to January`,
  where: {
    title: 'the rows above the header',
    file: 'the name of the file',
    sheet: 'the name of the sheet',
    column: 'the name of a column',
  },
};
