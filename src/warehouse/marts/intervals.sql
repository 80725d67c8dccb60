-- Confidence intervals at 95 % as macros, so that every question draws them alike; src/models has the same
-- functions with their sources.
-- Grain: one value per call. Units: shares 0..1; null where nothing was tried.
create or replace macro wilson_middle(hits, trials) as
  (hits + 3.841458820694124 / 2) / (trials + 3.841458820694124);

create or replace macro wilson_reach(hits, trials) as
  1.959963984540054
    * sqrt(hits * (trials - hits) / nullif(trials, 0) + 3.841458820694124 / 4)
    / (trials + 3.841458820694124);

create or replace macro wilson_low(hits, trials) as
  if(hits = 0, if(trials > 0, 0.0, null), wilson_middle(hits, trials) - wilson_reach(hits, trials));

create or replace macro wilson_high(hits, trials) as
  if(hits = trials, if(trials > 0, 1.0, null), wilson_middle(hits, trials) + wilson_reach(hits, trials));

-- Lift of two things in the same orders, by the delta method on its logarithm: the same whichever is named
-- first.
create or replace macro lift_reach(both_orders, one_orders, other_orders, all_orders) as
  exp(
    1.959963984540054
      * sqrt(
        greatest(
          0,
          1 / both_orders
            - 1 / one_orders
            - 1 / other_orders
            + (2 * both_orders * all_orders / one_orders / other_orders - 1) / all_orders
        )
      )
  );

-- Newcombe's hybrid score interval of the first share less the second.
create or replace macro newcombe_low(hits, trials, other_hits, other_trials) as
  hits / nullif(trials, 0)
    - other_hits / nullif(other_trials, 0)
    - sqrt(
      (hits / trials - wilson_low(hits, trials)) ** 2
        + (wilson_high(other_hits, other_trials) - other_hits / other_trials) ** 2
    );

create or replace macro newcombe_high(hits, trials, other_hits, other_trials) as
  hits / nullif(trials, 0)
    - other_hits / nullif(other_trials, 0)
    + sqrt(
      (wilson_high(hits, trials) - hits / trials) ** 2
        + (other_hits / other_trials - wilson_low(other_hits, other_trials)) ** 2
    );
