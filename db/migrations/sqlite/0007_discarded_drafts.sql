-- Discarded drafts are kept for a while; lists read a title and a length, and repeated requests are known by their key.
CREATE TABLE `discarded_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`dossier` text NOT NULL,
	`record_id` text NOT NULL,
	`author` text NOT NULL,
	`base_revision` integer,
	`data` text,
	`version` integer NOT NULL,
	`note` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`bytes` integer DEFAULT 0 NOT NULL,
	`first_attempt` text,
	`last_attempt` text,
	`discarded_by` text NOT NULL,
	`discarded_at` text NOT NULL,
	FOREIGN KEY (`author`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `discarded_drafts_by_author` ON `discarded_drafts` (`author`,`discarded_at`);--> statement-breakpoint
CREATE INDEX `discarded_drafts_by_time` ON `discarded_drafts` (`discarded_at`);--> statement-breakpoint
ALTER TABLE `drafts` ADD `title` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `bytes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `first_attempt` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `last_attempt` text;--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_of_attempt` ON `drafts` (`author`,`first_attempt`);--> statement-breakpoint
UPDATE `drafts` SET `bytes` = length(CAST(`data` AS BLOB)) WHERE `data` IS NOT NULL;
--> statement-breakpoint
-- Titles as `titleOf` makes them; what is too large to be read for that goes by its id until it is saved again.
UPDATE `drafts` SET `title` = substr(trim(COALESCE(
	NULLIF(json_extract(`data`, '$.headline.en'), ''), NULLIF(json_extract(`data`, '$.headline.ja'), ''),
	CASE json_type(`data`, '$.headline') WHEN 'text' THEN NULLIF(json_extract(`data`, '$.headline'), '') END,
	NULLIF(json_extract(`data`, '$.title.en'), ''), NULLIF(json_extract(`data`, '$.title.ja'), ''),
	CASE json_type(`data`, '$.title') WHEN 'text' THEN NULLIF(json_extract(`data`, '$.title'), '') END,
	NULLIF(json_extract(`data`, '$.name.en'), ''), NULLIF(json_extract(`data`, '$.name.ja'), ''),
	CASE json_type(`data`, '$.name') WHEN 'text' THEN NULLIF(json_extract(`data`, '$.name'), '') END,
	'')), 1, 300) WHERE `bytes` BETWEEN 1 AND 1048576;
