/** One entry of the rail: a question that a page answers. */
export interface Question {
  /** Address of the page, e.g. `#/cohort-retention`. */
  href: string;
  label: string;
  /** Not to be answered with this data. */
  disabled?: boolean;
}

/** The entries that answer one question of the owner's, under its words. */
export interface QuestionGroup {
  label: string;
  questions: readonly Question[];
}
