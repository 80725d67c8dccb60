import type { Era } from '../../domain/evidence';

/** What a year of each calendar is more, or less, than ours. */
export const YEARS_OF_ERA: Record<Era, number> = { buddhist: -543, buddhist_short: -43, minguo: 1911 };

/** For RE2 and JavaScript: the year in a date, in the first group or the second. */
export const YEAR_OF_ERA: Record<Era, string> = {
  buddhist: '(?:^|[^0-9])(2[456][0-9]{2})(?:[^0-9]|$)',
  buddhist_short: '^[0-9]{1,2}[^0-9]+(?:[0-9]{1,2}[/.-])?([5-9][0-9])(?:[^0-9]|$)',
  minguo: '^(?:(?:中華)?民[國国] ?([0-9]{1,3})|([0-9]{3}))(?: ?年|[/.-])',
};

const MINGUO = /^(?:(?:中華)?民[國国] ?9{1,3}(?= ?[年/.-])|999(?=[年/-]|\.99\.99(?!9)))/;

/** A shape that counts its years from 1912 with a year of four digits; null where it does not. */
export const withoutMinguo = (shape: string): string | null =>
  MINGUO.test(shape) ? shape.replace(MINGUO, '9999') : null;

/** Years 2000 to 2100 as Thailand counts them. */
const BUDDHIST = { from: 2543, to: 2643 };

export const isBuddhistYear = (year: number): boolean => year >= BUDDHIST.from && year <= BUDDHIST.to;

/** Whether a text holds a year that can only be a Buddhist one: nobody sells in 2568. */
export const hasBuddhistYear = (text: string): boolean =>
  isBuddhistYear(Number(new RegExp(YEAR_OF_ERA.buddhist).exec(text)?.[1] ?? 0));

/** Years of the Republic that can be a date without saying so: 1991 to 2061. */
export const isMinguoYear = (year: number): boolean => year >= 80 && year <= 150;

export const isThai = (text: string): boolean => /[\u0e01-\u0e4e]/.test(text);
