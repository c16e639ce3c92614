-- Lists and search keep every edition from here on. They are made of the revisions, and so made anew (`reindex`).
DROP TABLE `effects`;
--> statement-breakpoint
DROP TABLE `expectations`;
--> statement-breakpoint
DROP TABLE `positions`;
--> statement-breakpoint
DROP TABLE `relations`;
--> statement-breakpoint
DROP TABLE `reports`;
--> statement-breakpoint
CREATE TABLE `reports` (
	`dossier` text NOT NULL,
	`id` text NOT NULL,
	`edition` integer NOT NULL,
	`until` integer NOT NULL,
	`revision` integer NOT NULL,
	`day` text NOT NULL,
	`published` text NOT NULL,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`sourcing` text NOT NULL,
	PRIMARY KEY(`dossier`, `id`, `edition`)
);
--> statement-breakpoint
CREATE TABLE `effects` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`edition` integer NOT NULL,
	`position` integer NOT NULL,
	`change` text NOT NULL,
	`kind` text NOT NULL,
	`stage` text,
	`on` text NOT NULL,
	PRIMARY KEY(`dossier`, `report`, `edition`, `position`),
	FOREIGN KEY (`dossier`,`report`,`edition`) REFERENCES `reports`(`dossier`,`id`,`edition`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `expectations` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`edition` integer NOT NULL,
	`position` integer NOT NULL,
	`change` text NOT NULL,
	`stage` text NOT NULL,
	`from` text,
	`until` text,
	PRIMARY KEY(`dossier`, `report`, `edition`, `position`),
	FOREIGN KEY (`dossier`,`report`,`edition`) REFERENCES `reports`(`dossier`,`id`,`edition`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `months` (
	`dossier` text NOT NULL,
	`month` text NOT NULL,
	`reports` integer NOT NULL,
	PRIMARY KEY(`dossier`, `month`)
);
--> statement-breakpoint
CREATE TABLE `positions` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`edition` integer NOT NULL,
	`position` integer NOT NULL,
	`actor` text NOT NULL,
	`change` text NOT NULL,
	`stance` text NOT NULL,
	`on` text NOT NULL,
	PRIMARY KEY(`dossier`, `report`, `edition`, `position`),
	FOREIGN KEY (`dossier`,`report`,`edition`) REFERENCES `reports`(`dossier`,`id`,`edition`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `relations` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`edition` integer NOT NULL,
	`related` text NOT NULL,
	PRIMARY KEY(`dossier`, `report`, `edition`, `related`),
	FOREIGN KEY (`dossier`,`report`,`edition`) REFERENCES `reports`(`dossier`,`id`,`edition`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `effects_of_change` ON `effects` (`dossier`,`change`,`report`);
--> statement-breakpoint
CREATE INDEX `expectations_of_change` ON `expectations` (`dossier`,`change`,`report`);
--> statement-breakpoint
CREATE INDEX `positions_of_actor` ON `positions` (`dossier`,`actor`,`report`);
--> statement-breakpoint
CREATE INDEX `positions_of_change` ON `positions` (`dossier`,`change`,`report`);
--> statement-breakpoint
CREATE INDEX `relations_back` ON `relations` (`dossier`,`related`,`report`);
--> statement-breakpoint
CREATE INDEX `reports_of_dossier_by_day` ON `reports` (`dossier`,`until`,`day`,`id`);
--> statement-breakpoint
CREATE INDEX `reports_by_day` ON `reports` (`until`,`day`,`id`,`dossier`);
--> statement-breakpoint
CREATE INDEX `reports_of_source_by_day` ON `reports` (`source`,`dossier`,`until`,`day`,`id`);
--> statement-breakpoint
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
