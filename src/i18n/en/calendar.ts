import { count, plural } from '../numbers';

const days = {
  '1': 'Monday',
  '2': 'Tuesday',
  '3': 'Wednesday',
  '4': 'Thursday',
  '5': 'Friday',
  '6': 'Saturday',
  '7': 'Sunday',
};

/** Weeks, years and days that do not begin as those of the calendar do. */
export const calendar = {
  weekStart: 'Weeks begin on',
  days,
  yearStart: 'The year begins with',
  dayEnds: 'A day of sales ends at',
  midnight: 'midnight',
  hour: (hour: string) => `${hour} a.m.`,
  facts: {
    week_start: (day: string) => `Weeks begin on ${day}, as you chose on the mapping page.`,
    fiscal_year: (month: string) =>
      `Years begin with ${month}, and quarters with them, as you chose on the mapping page. A year is named by the one in which it ends.`,
    day_ends: (hour: string, orders: number) =>
      plural(orders, {
        one: `A day ends at ${hour}, as you chose on the mapping page: 1 order from after midnight counts for the day before.`,
        other: `A day ends at ${hour}, as you chose on the mapping page: ${count(orders)} orders from after midnight count for the day before.`,
      }),
    sharp_midnights: (sharp: number) =>
      plural(sharp, {
        one: '1 of them stands at midnight to the second: if that only means that the time is unknown, let the day end at midnight.',
        other: `${count(sharp)} of them stand at midnight to the second: if that only means that the time is unknown, let the day end at midnight.`,
      }),
    day_ends_unused:
      'You chose that a day ends after midnight. The dates in this file have no times, so that changes nothing here.',
  },
};
