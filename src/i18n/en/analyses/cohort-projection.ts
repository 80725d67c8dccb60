/** Why nothing is said of what comes next. */
const hiddenFindings = {
  'few-customers': ({ customers, needed }) =>
    `What is likely next is not shown: the groups that can be learned from have ${customers} customers, and it needs ${needed}`,
  'few-returned': ({ returned, needed }) =>
    `What is likely next is not shown: ${returned} customers have ordered again, and it needs ${needed} who have`,
  'short-span': ({ days, needed }) =>
    `What is likely next is not shown: the complete periods cover ${days} days, and it needs ${needed}`,
  'no-fit': () => 'What is likely next is not shown: these orders follow no pattern that it could rest on',
  'no-test': () => 'What is likely next is not shown: no complete period is left to test it on',
  'few-in-test': ({ happened, needed, time }) =>
    `What is likely next is not shown: in the last ${time} ${happened} customers came back, and a test needs ${needed}`,
  'total-off': ({ said, happened, off, time }) =>
    `What is likely next is not shown: tested on the last ${time} of your own past, it said that ${said} would come back and ${happened} did; that is ${off} off, and more than 30% is too much`,
} satisfies Record<string, (figures: Record<string, string>) => string>;

export const messages = {
  title: 'Who is likely to come back',
  tab: 'Likely next',
  question:
    'Of the customers who first bought in a period, how many are likely to order a second time, and when?',
  also: 'forecast, projection, prediction, retention forecast, sBG, shifted beta geometric',
  finding: (expected: string, waiting: string, time: string) =>
    `About ${expected} of the ${waiting} customers who have not ordered again are likely to within ${time}`,
  hiddenFindings,
  technical: (why: string) => `For the technically minded: ${why}`,
  band: (low: string, high: string) =>
    `In eight cases of ten between ${low} and ${high}, counted from the last complete period.`,
  tested: (from: string, time: string, said: string, happened: string, off: string) =>
    `On your own past: with all up to ${from} and nothing later, it said that ${said} would come back in the ${time} that followed. ${happened} did, so it was ${off}.`,
  few: (share: string) => `${share} too low`,
  many: (share: string) => `${share} too high`,
  seasonal: {
    month: 'Starts of the same month of the year are taken together.',
    quarter: 'Starts of the same quarter of the year are taken together.',
  },
  never: (share: string, unit: string) =>
    `It takes ${share} of those who do not order again in their first ${unit} for people who never will.`,
  cut: (customers: string) =>
    `${customers} customers were seen so early in the file that they may be older; their groups are neither learned from nor looked ahead.`,
  byThen: 'Counted as back: ordered again by then, since only that never changes once a period is over.',
  termed: 'What this is called:',
  ask: 'Model',
  asks: { auto: 'what explains this shop best', sbg: 'shifted-beta-geometric alone' },
  heads: {
    is_likely: 'Likely, not counted',
    likely_customers: 'Likely to have come back',
    likely_rate: 'Likely share',
    likely_low: 'At least (9 of 10)',
    likely_high: 'At most (9 of 10)',
    is_tested: 'Tested so far ahead',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'cohort-projection': typeof messages;
  }
}
