-- The desk sorts reports by edition and by title. Lists are made anew of the revisions (`reindex`), which an empty search asks for.
ALTER TABLE `reports` ADD `title` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `reports_of_dossier_by_edition` ON `reports` (`dossier`,`until`,`edition`,`id`);--> statement-breakpoint
CREATE INDEX `reports_by_edition` ON `reports` (`until`,`edition`,`id`,`dossier`);--> statement-breakpoint
CREATE INDEX `reports_of_dossier_by_title` ON `reports` (`dossier`,`until`,`title`,`id`);--> statement-breakpoint
CREATE INDEX `reports_by_title` ON `reports` (`until`,`title`,`id`,`dossier`);--> statement-breakpoint
DELETE FROM `search`;
