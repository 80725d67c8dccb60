const FURTHEST_AHEAD_HOURS = 14;

/**
 * The day that it is in the time zone furthest ahead (UTC+14), 'YYYY-MM-DD': what is later than that is still to come
 * everywhere, so that the viewer's zone changes no figure.
 */
export const todayAnywhere = (now: number): string =>
  new Date(now + FURTHEST_AHEAD_HOURS * 3_600_000).toISOString().slice(0, 10);
