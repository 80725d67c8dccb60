/** What is said while a file is opened, and when it cannot be. */
export const project = {
  noFile: 'No file was given.',
  noFileNext:
    'Drop a sales export: .csv, .txt, .xlsx, .xls, .xlsb, .ods, .parquet, .json, or one of these in a .zip or .gz.',
  noSheet: 'This workbook has no sheet with rows.',
  noSheetNext: 'Save the sheet with the orders as .csv or .xlsx and drop that.',
  restarted: 'The engine had to be started again. The file is being read again.',
  stopped: 'Stopped. The page shows the answer from before.',
  stoppedBefore: 'This was stopped before there was an answer.',
  stoppedBeforeNext: 'Open the page again to ask once more.',
  askAgain: 'Ask again',
  doing: {
    starting: 'Starting the engine',
    decoding: 'Unpacking',
    reading: 'Reading',
    looking: 'Looking at the columns',
    building: 'Putting orders together',
    checking: 'Checking that it adds up',
    asking: 'Counting',
    fitting: 'Fitting the models',
    workbook: 'Reading the workbook',
  },
};
