/** What a customer's first order says about staying. */
export type FirstOrderKind = 'ordinary' | 'keeper' | 'leaver' | 'december';

/**
 * The true parameters behind the sample shop, for tests of models that try to find them again.
 *
 * While alive a customer buys at the times of a Poisson process with a rate λ of their own; after each purchase,
 * the first included, they leave for good with a probability p of their own (Batislam et al. 2007, MBG/NBD).
 * λ ~ gamma(shape, rate in days); p ~ beta(a, b), with a and b by the kind of the first order.
 * Time runs by the season (`seasonClock`), whose mean is 1 over the four years.
 * On top of it about 2.5 % of the orders are refunded in full later (a single piece that comes back is the whole order), and then do not count as orders.
 */
export const BEHAVIOUR = {
  rate: { shape: 1.1, perDays: 62 },
  dropout: {
    ordinary: { a: 0.9, b: 1.5 },
    keeper: { a: 0.5, b: 3.1 },
    leaver: { a: 2.6, b: 0.5 },
    december: { a: 2.4, b: 0.9 },
  } satisfies Record<FirstOrderKind, { a: number; b: number }>,
} as const;

/** Shares in percent of the customers: those who give an e-mail but no account, and till customers without e-mail. */
export const IDENTITY = { guestWithEmail: 12, tillWithoutEmail: 50 } as const;

/** Chances in per mille of an order, and the days a refund takes. */
export const MISHAPS = {
  refund: 42,
  wholeRefund: 250,
  refundDays: { least: 2, spread: 28 },
  cancelledAttempt: 15,
  freeReplacement: 4,
} as const;
