-- Search takes old and new forms of kanji, the two kana and the two wave dashes for the same. It is made anew of the revisions
-- (`reindex`), which an empty search asks for.
DELETE FROM "search";
