-- A name in small letters and single blanks: what tells products apart, and what breaks a tie between them,
-- so that neither capitals nor blanks do.
-- Grain: a macro, one text per name.
create or replace macro folded_name(name) as lower(trim(regexp_replace(name, '\s+', ' ', 'g')));
