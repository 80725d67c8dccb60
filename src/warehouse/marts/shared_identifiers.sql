-- What joins nobody, though several customers have it on their orders: shared e-mails and phones, names for
-- nobody, what was set apart.
-- Grain: one row per identifier.
create or replace table shared_identifiers as
select
  value as identifier,
  case rank when 1 then 'id' when 2 then 'email' else 'phone' end as kind,
  users::integer as users,
  joins_nothing as reason
from identifiers
where joins_nothing is not null;

comment on table shared_identifiers is 'Identifiers that join nobody, though they stand on orders of several';
comment on column shared_identifiers.identifier is 'The e-mail, phone or id';
comment on column shared_identifiers.kind is 'id, email or phone';
comment on column shared_identifiers.users is
  'Different customers that use it; for an id, its e-mails and phones';
comment on column shared_identifiers.reason is
  'shared, nobody (a name such as Guest), or apart (a person said so)';
