-- Where one column alone tells who bought, or a person wants it so, nobody is joined: the tables are there,
-- and empty.
-- Grain: as that of the steps that fill them.
create or replace temp table identifier_meetings (
  meeting_no bigint,
  value_no bigint,
  rank tinyint,
  orders bigint
);
create or replace temp table identifiers (
  value_no bigint,
  value varchar,
  rank tinyint,
  orders bigint,
  users bigint,
  joins_nothing varchar
);
create or replace table joined_keys (value varchar, value_no bigint, customer_id varchar);
