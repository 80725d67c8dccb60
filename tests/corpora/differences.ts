const comments = 'lines that begin with # are rows: exports of shops have no comments';
const errorCells = 'error cells such as #VALUE! are blank on purpose';
const escape = 'the escape _x000D_ is read as the line end that it stands for';
const ragged = 'a row with more cells than the others is set aside with its line, not cut';
const oneRow = 'one row of texts alone is taken for names: a table needs a row below them';
const several = 'several tables in one file are read as one; their titles are rows';

/** Files with an expectation that our cells, or a refusal, do not meet, and why that is right or accepted. */
export const DIFFERENCES: Record<string, string> = {
  'calamine/date.xlsx': 'a duration of ten days is read as a day of 1900',
  'calamine/errors.xlsx': `${errorCells}: nothing is left`,
  'calamine/has_x000D_.xlsx': escape,
  'calamine/pivots.xlsx': errorCells,
  'calamine/special_cells.ods': 'a line break in a cell is kept; the other reader drops it',
  'calamine/with-annotation.ods': 'a note on a cell is not part of its text',
  'duckdb/17738_rn.csv': 'empty lines are no rows',
  'duckdb/auto/mock_duckdb_test_data.csv': ragged,
  'duckdb/comments/error.csv': comments,
  'duckdb/comments/invalid_rows.csv': comments,
  'duckdb/comments/mid_line.csv': comments,
  'duckdb/comments/mid_line_null.csv': comments,
  'duckdb/comments/mid_line_quote.csv': comments,
  'duckdb/comments/only_midline.csv': comments,
  'duckdb/comments/simple.csv': comments,
  'duckdb/comments/simple_comma.csv': comments,
  'duckdb/comments/simple_mid_line.csv': comments,
  'duckdb/evil_nullpadding.csv': 'a quote that never closes keeps its row apart from the next in our reading',
  'duckdb/evil_nullpadding_2.csv':
    'a quote that never closes keeps its row apart from the next in our reading',
  'duckdb/headers/single_line.csv': oneRow,
  'duckdb/inconsistencies/inconsistent_columns_6.csv': ragged,
  'duckdb/inconsistent_cells.csv':
    'rows of four widths: the others leave out what does not fit the last rows',
  'duckdb/issue5077.csv': 'the line end is a lone carriage return, which ends a row here',
  'duckdb/nullterm.csv': 'every seventh byte is zero: bytes, not text',
  'duckdb/nullpadding_commas.csv': 'four names over rows of three commas are four columns',
  'papaparse/verylong-sample.csv': 'four rows lack their last cell: it is there and empty with us',
  'parquet-testing/data/nation.dict-malformed.parquet': 'malformed, as its name says',
  'parquet-testing/data/repeated_no_annotation.parquet': 'the file holds six rows; its metadata say none',
  'poi/duplicate-filename.xlsx': 'two parts of one name: refused, since programs differ in which they take',
  'poi/testEXCEL_3.xls': 'a file of Excel 3 has no name for its sheet; ours is "Sheet1"',
  'pollock/polluted/csv/file_multitable_same.csv': several,
  'pollock/survey_sample/csv/mos-oct-dec-2014.csv': several,
  'pollock/survey_sample/csv/permanent_secretary_and_director_general_expenses_and_hospitality_april_to_june_2012.csv':
    several,
  'readxl/geometry.xlsx': 'the expectation describes another state of the file',
  'readxl/new_line_errors.xlsx': escape,
  'sheetjs/ErrorTypes.xls': errorCells,
  'sheetjs/LONumbers.xls': 'a negative number with a format of dates is a number',
  'sheetjs/sheet_visibility.ods': 'the sheets are hidden; the other reader does not look',
  'sheetjs/wps/fn.xls': errorCells,
};
