-- Search knows titles, days and stems from here on, of dossiers and publishers too. It is made anew of the revisions (`reindex`).
DROP TABLE `search`;
--> statement-breakpoint
DROP TABLE `search_index`;
--> statement-breakpoint
-- `n` keeps its number when the file is compacted, which the index behind it relies on.
CREATE TABLE `search` (
	`n` integer PRIMARY KEY,
	`kind` text NOT NULL,
	`dossier` text NOT NULL,
	`id` text NOT NULL,
	`edition` integer NOT NULL,
	`until` integer NOT NULL,
	`revision` integer NOT NULL,
	`day` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_record` ON `search` (`kind`,`dossier`,`id`,`edition`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(
	`text`, content='search', content_rowid='n', tokenize='trigram case_sensitive 1'
);
--> statement-breakpoint
CREATE TRIGGER `search_added` AFTER INSERT ON `search`
BEGIN
	INSERT INTO `search_index` (`rowid`, `text`) VALUES (NEW.`n`, NEW.`text`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_removed` AFTER DELETE ON `search`
BEGIN
	INSERT INTO `search_index` (`search_index`, `rowid`, `text`) VALUES ('delete', OLD.`n`, OLD.`text`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_changed` AFTER UPDATE OF `text` ON `search`
BEGIN
	INSERT INTO `search_index` (`search_index`, `rowid`, `text`) VALUES ('delete', OLD.`n`, OLD.`text`);
	INSERT INTO `search_index` (`rowid`, `text`) VALUES (NEW.`n`, NEW.`text`);
END;
