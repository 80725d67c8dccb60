const DAY = 86_400_000;
const noon = (day: string) => Date.parse(`${day.slice(0, 10)}T12:00:00Z`);

/** Whole days from the day of a local moment ('YYYY-MM-DD HH:MM') until today; 0 where this computer's clock went back. */
export const daysSince = (moment: string, today = new Date().toLocaleDateString('sv-SE')): number =>
  Math.max(0, Math.round((noon(today) - noon(moment)) / DAY));
