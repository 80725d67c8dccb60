/** `npm run soak` runs a test's whole count; `npm test` takes a share of it, which finds the same faults if they are common. */
export const countOf = ({ short, whole }: { short: number; whole: number }): number =>
  process.env.REGULARS_WHOLE === '1' ? whole : short;

export const isWhole = process.env.REGULARS_WHOLE === '1';
