-- Public notes are listed by themselves. Lists are made anew of the revisions (`reindex`), which an empty search asks for.
CREATE TABLE `corrections` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`revision` integer NOT NULL,
	`edition` integer NOT NULL,
	`verb` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`dossier`, `report`, `revision`, `verb`, `position`)
);
--> statement-breakpoint
CREATE INDEX `corrections_by_edition` ON `corrections` (`edition`,`dossier`,`report`);--> statement-breakpoint
DROP INDEX `revisions_by_edition`;--> statement-breakpoint
CREATE INDEX `revisions_by_edition` ON `revisions` (`edition`,`kind`,`dossier`,`id`);
--> statement-breakpoint
DELETE FROM `search`;
