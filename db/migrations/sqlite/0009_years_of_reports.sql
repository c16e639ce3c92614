-- Reports of which only the year is known are counted under their year and no longer under its January. The counts are made anew of
-- the revisions (`reindex`), which an empty search asks for.
DELETE FROM `search`;
