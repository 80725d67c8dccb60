/** What one column of a file holds, in a glance. */
export interface ColumnProfile {
  /** Counted from 0. */
  position: number;
  rows: number;
  /** Rows with a value that is not blank. */
  filled: number;
  /** Different values; an estimate over a large file. */
  distinct: number;
  /** As its values are read, whether or not the column is used; 'numbers' and 'dates' where most of them can be. */
  kind: 'empty' | 'numbers' | 'dates' | 'texts';
  /** The five texts on most rows, most first; none where nearly every row has its own, and none of numbers and dates. */
  top: { text: string; rows: number }[];
  /**
   * Equal steps between the 1st and the 99th hundredth of numbers, or the first and last day of dates; the outer two hold what lies beyond.
   * Edges of numbers are plain, those of dates 'YYYY-MM-DD'.
   */
  bins: { from: number | string; to: number | string; rows: number }[];
}
