-- Question: which ids, e-mails and phones join nobody, and why?
-- Grain: one row per identifier.
select identifier, kind, users, reason
from shared_identifiers
order by users desc, identifier;
