-- A published report that says something else is a correction, with a note of its own or without. Lists are made anew of the
-- revisions (`reindex`), which an empty search asks for.
DELETE FROM `search`;
