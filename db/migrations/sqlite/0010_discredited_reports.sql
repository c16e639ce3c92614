-- Lists leave out reports of which nothing holds. They are made anew of the revisions (`reindex`), which an empty search asks for.
ALTER TABLE `reports` ADD `discredited` integer DEFAULT false NOT NULL;--> statement-breakpoint
DELETE FROM `search`;
