import type { Fact } from '../domain/facts';
import { format } from '../i18n/format';
import { words } from '../i18n/words';

export const CALENDAR_FACTS = ['week_start', 'fiscal_year', 'day_ends', 'day_ends_unused'] as const;
type CalendarFact = (typeof CALENDAR_FACTS)[number];

/** Sharp midnights are worth a word where they are most of what was moved. */
const MOST = 0.5;

export function calendarSentence({ id, values }: Fact & { id: CalendarFact }): string {
  const { days, hour, facts } = words.calendar;
  if (id === 'day_ends_unused') return facts.day_ends_unused;
  if (id === 'week_start') return facts.week_start(days[String(values.day) as keyof typeof days]);
  if (id === 'fiscal_year') return facts.fiscal_year(format.monthName(Number(values.month) - 1));
  const [orders, sharp] = [Number(values.orders), Number(values.sharp)];
  const said = facts.day_ends(hour(String(values.hours)), orders);
  return sharp > 0 && sharp >= MOST * orders ? `${said} ${facts.sharp_midnights(sharp)}` : said;
}
