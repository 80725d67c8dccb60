/** Standard normal quantile of 0.975: nineteen of twenty lie within so many standard errors of the mean, on both sides. */
export const Z_95 = 1.959963984540054;
