import { count, plural } from '../numbers';

/** What an earlier version of the definitions made of a file that was kept under it. */
export const earlier = {
  sentence: (figures: number) =>
    plural(figures, {
      one: 'You kept this file with an earlier version of Regulars. One figure is counted differently now.',
      other: `You kept this file with an earlier version of Regulars. ${count(figures)} figures are counted differently now.`,
    }),
  show: 'Show what has changed',
  label: 'Figures before and now',
  heads: { figure: 'Figure', before: 'Before', now: 'Now' },
  seen: 'Got it, do not show this again',
  noLine: 'no line',
  /** A figure of one month. */
  ofMonth: (name: string, month: string) => `${name}: ${month}, the month that changed most`,
  days: (days: string) => `${days} days`,
  figures: {
    as_of: {
      name: 'Last complete day',
      why: 'A few orders after a long hole used to move this day, and everybody’s silence with it.',
    },
    lapse_days: {
      name: 'Silence that means gone',
      why: 'Each customer now counts once, so that the few who buy weekly no longer set the line for all; and a line that was wrong about the past is dropped.',
    },
    gone: {
      name: 'Customers called gone',
      why: 'This follows from that line and from the last complete day.',
    },
    repeat_rate: {
      name: 'Customers with a second order',
      why: 'Orders of one day count once, as this project asks.',
    },
    cash_month: {
      name: 'Net with refunds on their own date',
      why: 'Orders that came back in full now stand in their month too, with everything that was given back in its own.',
    },
  } as Record<string, { name: string; why: string }>,
};
