/** Words of the report's section on customers who were taken for one. */
export const merges = {
  title: 'Customers taken for one',
  heads: { merged: 'This', customer: 'is counted under', joinedBy: 'They share', orders: 'Its orders' },
  setApart: 'Set apart',
  setApartOf: (id: string) => `Set apart: ${id}`,
  apart: (ids: string) => `Set apart by you: ${ids}.`,
  save: 'Save the list (CSV)',
  file: 'Customers taken for one',
  saveShared: 'Save what joins nobody (CSV)',
  sharedFile: 'Shared e-mails and phones',
  off: 'Join nobody',
  on: 'Join them again',
};
