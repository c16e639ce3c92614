-- A published report that says something else is a correction, with a note of its own or without; and search takes letters and
-- digits apart, and knows hyphened words as one. Lists are made anew of the revisions (`reindex`), which an empty search asks for.
DELETE FROM `search`;
