-- What the models of value to come have said, empty until they were asked: the scores, and of each customer
-- what they mean.
-- Grain: value_model one row (the model that was asked); value_scores one row per different history;
-- customer_value one row per customer.
create or replace table value_model (
  asked_model varchar,
  model varchar,
  horizon_days integer,
  discount_rate double,
  scored_on date,
  spend_p double,
  spend_q double,
  spend_gamma double,
  average_spend double,
  common_error double
);
create or replace table value_scores (
  frequency integer,
  recency_days integer,
  age_days integer,
  p_alive double,
  expected_orders double,
  discounted_orders double,
  low_orders double,
  high_orders double,
  square_orders double,
  next_low_days integer,
  next_high_days integer
);
create or replace table customer_value (
  customer varchar,
  frequency integer,
  recency double,
  age double,
  p_alive double,
  expected_orders double,
  expected_value double,
  low double,
  high double,
  spread double,
  spend_per_order double,
  next_low_days integer,
  next_high_days integer,
  first_on date,
  last_on date,
  is_left_cut boolean
);

comment on table value_model is 'The model behind the scores and what was asked of it; empty until then';
comment on column value_model.asked_model is
  'The model that was asked for; auto: the one that did best on the past';
comment on column value_model.model is 'The model that was used';
comment on column value_model.horizon_days is 'Days ahead that the scores speak of';
comment on column value_model.discount_rate is 'What a year takes off money, 0..1 and more';
comment on column value_model.scored_on is 'The day the scores look ahead from';
comment on column value_model.spend_p is 'Gamma-Gamma parameter p; null where spending was not modelled';
comment on column value_model.spend_q is 'Gamma-Gamma parameter q';
comment on column value_model.spend_gamma is 'Gamma-Gamma parameter gamma';
comment on column value_model.average_spend is 'Mean net of an occasion to come';
comment on column value_model.common_error is
  'How far the sum may be off, as a share: one standard error of the parameters and of the model';
comment on table value_scores is
  'What the model expects of each different history; empty until it was asked, or where it is hidden';
comment on column value_scores.frequency is 'Repeat occasions';
comment on column value_scores.recency_days is 'Days from the first to the last occasion';
comment on column value_scores.age_days is 'Days from the first occasion to the day of the scores';
comment on column value_scores.p_alive is 'The chance that such a customer still buys, 0..1';
comment on column value_scores.expected_orders is 'Occasions expected within the horizon';
comment on column value_scores.discounted_orders is 'The same, later ones counting less';
comment on column value_scores.low_orders is 'One in ten such customers buys no more often than so';
comment on column value_scores.high_orders is 'One in ten such customers buys more often than so';
comment on column value_scores.square_orders is
  'Mean of the square of the number of occasions within the horizon';
comment on column value_scores.next_low_days is 'Days until one in ten of those still there has bought again';
comment on column value_scores.next_high_days is
  'Days until nine in ten of those still there have bought again';
comment on table customer_value is
  'What each customer is expected to bring: the last answer of the analysis clv; empty until it was asked';
comment on column customer_value.customer is 'The customer''s key in the file';
comment on column customer_value.frequency is 'Repeat occasions';
comment on column customer_value.recency is
  'From the first to the last occasion, in the unit that was asked for';
comment on column customer_value.age is 'From the first occasion to the day of the scores, in the same unit';
comment on column customer_value.p_alive is 'The chance that the customer still buys, 0..1';
comment on column customer_value.expected_orders is 'Occasions expected within the horizon';
comment on column customer_value.expected_value is
  'Money expected within the horizon, times the margin, less what time takes off';
comment on column customer_value.low is
  'Band of orders: one in ten such customers orders no more often than this, each order at spend_per_order';
comment on column customer_value.high is
  'Band of orders: one in ten such customers orders more often than this, each order at spend_per_order';
comment on column customer_value.spread is
  'Standard deviation that chance alone gives to what the customer brings';
comment on column customer_value.spend_per_order is 'Mean net expected of an occasion';
comment on column customer_value.next_low_days is
  'Days from the day of the scores until one in ten of those still there has bought again';
comment on column customer_value.next_high_days is
  'Days until nine in ten of those still there have bought again';
comment on column customer_value.first_on is 'Day of the first occasion';
comment on column customer_value.last_on is 'Day of the last occasion';
comment on column customer_value.is_left_cut is
  'First seen so early in the file that it may be an older customer';
