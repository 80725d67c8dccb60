-- What only the joining needed.
drop table if exists identifier_sets;
drop table if exists identifier_values;
drop table if exists identifier_meetings;
drop table if exists identifiers;
drop table if exists identifier_ties;
drop table if exists identifier_labels;
