export const messages = {
  title: 'Days of the week',
  tab: 'Weekdays',
  question: 'On which days of the week do customers order?',
  also: 'day of the week, busiest day',
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  finding: (day: string, share: string) => `Most orders come on a ${day}: ${share} of all`,
  none: 'There is no order in this time',
  clock: 'Days are those of the shop’s own clock.',
  bar: (orders: string, share: string) => `${orders} · ${share}`,
  which: 'Count',
  options: { all: 'all orders', first: 'first orders only' },
  label: 'Bars: how many orders came on each day of the week.',
  heads: {
    ...{ weekday: 'Day of the week, Monday = 1', orders: 'Orders', customers: 'Customers' },
    ...{ sales: 'Sales', share: 'Of all orders' },
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    template: typeof messages;
  }
}
