/** What an answer is cut to. */
export interface AnswerLimits {
  /** Rows that were asked for; one more than these says that there are more. */
  rows: number;
  /** Columns that there are, where they are not all shown. */
  columns: number | null;
  /** Characters of a text; one more is sent where there are more. */
  characters: number;
}
