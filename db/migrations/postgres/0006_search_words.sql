-- Search takes letters and digits apart, and knows hyphened words as one, from here on. It is made anew of the revisions (`reindex`).
DELETE FROM "search";
