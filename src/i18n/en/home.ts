/** The shop on one page. */
export const home = {
  title: 'Your shop at a glance',
  notes: 'Worth knowing',
  missing: 'This part of the page could not be loaded. Reload to try again.',
  tab: 'At a glance',
};
