-- A newsroom's tables: roles per dossier, review, comments, notices, schedules, events; the audit log is only ever added to.
CREATE TABLE `dossier_roles` (
	`user_id` text NOT NULL,
	`dossier` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`user_id`, `dossier`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`kind` text NOT NULL,
	`dossier` text NOT NULL,
	`record_id` text NOT NULL,
	`field` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`resolved_by` text,
	`resolved_at` text
);
--> statement-breakpoint
CREATE INDEX `comments_of_draft` ON `comments` (`draft_id`,`at`);--> statement-breakpoint
CREATE INDEX `comments_of_record` ON `comments` (`kind`,`dossier`,`record_id`,`at`);--> statement-breakpoint
CREATE TABLE `draft_visits` (
	`draft_id` text NOT NULL,
	`user_id` text NOT NULL,
	`seen_at` text NOT NULL,
	PRIMARY KEY(`draft_id`, `user_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`draft_id` text,
	`title` text NOT NULL,
	`text` text,
	`read_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_of_user` ON `notices` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `pasted_texts` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`address` text,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`due` text NOT NULL,
	`local_time` text NOT NULL,
	`zone` text NOT NULL,
	`drafts` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`created_at` text NOT NULL,
	`state` text NOT NULL,
	`settled_at` text,
	`edition` integer,
	`held` text
);
--> statement-breakpoint
CREATE INDEX `schedules_by_state` ON `schedules` (`state`,`due`);--> statement-breakpoint
CREATE TABLE `event_days` (
	`dossier` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event_records` (
	`kind` text NOT NULL,
	`dossier` text NOT NULL,
	`id` text NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`kind`, `dossier`, `id`, `place`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`kind` text NOT NULL,
	`dossier` text NOT NULL,
	`edition` integer NOT NULL,
	`day` text,
	`at` text NOT NULL,
	`updated_at` text NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_in_order` ON `events` (`place`);--> statement-breakpoint
CREATE INDEX `events_by_time` ON `events` (`at`,`dossier`,`kind`);--> statement-breakpoint
CREATE INDEX `events_of_dossier` ON `events` (`dossier`,`place`);--> statement-breakpoint
CREATE INDEX `events_of_edition` ON `events` (`edition`,`place`);--> statement-breakpoint
ALTER TABLE `discarded_drafts` ADD `embargo` text;--> statement-breakpoint
ALTER TABLE `discarded_drafts` ADD `saved_by` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `embargo` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `saved_by` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `state` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `state_by` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `state_at` text;--> statement-breakpoint
CREATE INDEX `drafts_by_state` ON `drafts` (`state`,`updated_at`);--> statement-breakpoint
CREATE INDEX `audit_by_person` ON `audit` (`by`,`at`);--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit` (`subject`,`at`);--> statement-breakpoint
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit`
BEGIN
	SELECT RAISE(ABORT, 'audit is history: UPDATE is refused');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit`
BEGIN
	SELECT RAISE(ABORT, 'audit is history: DELETE is refused');
END;
