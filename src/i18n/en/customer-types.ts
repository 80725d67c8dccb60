/** Words for the kinds of customers that are kept apart. */
export const types = {
  label: 'Customers',
  kinds: {
    final: (count: string) => `Final customers (${count})`,
    dealer: (count: string) => `Dealers (${count})`,
    staff: (count: string) => `Staff and tests (${count})`,
  },
  hiddenKinds: {
    final: (count: string) => `final customers (${count})`,
    dealer: (count: string) => `dealers (${count})`,
    staff: (count: string) => `staff and tests (${count})`,
  },
  all: 'Everybody',
  hidden: (kinds: string) => `Not counted here: ${kinds}.`,
};
