CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`taken` integer NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `drafts` (
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
	FOREIGN KEY (`author`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_of_author` ON `drafts` (`kind`,`dossier`,`record_id`,`author`);--> statement-breakpoint
CREATE INDEX `drafts_by_author` ON `drafts` (`author`,`updated_at`);--> statement-breakpoint
CREATE TABLE `editions` (
	`number` integer PRIMARY KEY NOT NULL,
	`published_at` text NOT NULL,
	`by` text NOT NULL,
	`reason` text NOT NULL,
	`summary` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `effects` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`position` integer NOT NULL,
	`change` text NOT NULL,
	`kind` text NOT NULL,
	`stage` text,
	`on` text NOT NULL,
	PRIMARY KEY(`dossier`, `report`, `position`),
	FOREIGN KEY (`dossier`,`report`) REFERENCES `reports`(`dossier`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `effects_of_change` ON `effects` (`dossier`,`change`,`report`);--> statement-breakpoint
CREATE TABLE `expectations` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`position` integer NOT NULL,
	`change` text NOT NULL,
	`stage` text NOT NULL,
	`from` text,
	`until` text,
	PRIMARY KEY(`dossier`, `report`, `position`),
	FOREIGN KEY (`dossier`,`report`) REFERENCES `reports`(`dossier`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `expectations_of_change` ON `expectations` (`dossier`,`change`,`report`);--> statement-breakpoint
CREATE TABLE `head` (
	`id` text PRIMARY KEY NOT NULL,
	`edition` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` text NOT NULL,
	`done_at` text
);
--> statement-breakpoint
CREATE INDEX `outbox_by_time` ON `outbox` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `positions` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`position` integer NOT NULL,
	`actor` text NOT NULL,
	`change` text NOT NULL,
	`stance` text NOT NULL,
	`on` text NOT NULL,
	PRIMARY KEY(`dossier`, `report`, `position`),
	FOREIGN KEY (`dossier`,`report`) REFERENCES `reports`(`dossier`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `positions_of_actor` ON `positions` (`dossier`,`actor`,`report`);--> statement-breakpoint
CREATE INDEX `positions_of_change` ON `positions` (`dossier`,`change`,`report`);--> statement-breakpoint
CREATE TABLE `records` (
	`kind` text NOT NULL,
	`dossier` text NOT NULL,
	`id` text NOT NULL,
	`revision` integer NOT NULL,
	`edition` integer NOT NULL,
	`ord` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`kind`, `dossier`, `id`)
);
--> statement-breakpoint
CREATE INDEX `records_in_order` ON `records` (`dossier`,`kind`,`ord`);--> statement-breakpoint
CREATE TABLE `relations` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`related` text NOT NULL,
	PRIMARY KEY(`dossier`, `report`, `related`),
	FOREIGN KEY (`dossier`,`report`) REFERENCES `reports`(`dossier`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `relations_back` ON `relations` (`dossier`,`related`,`report`);--> statement-breakpoint
CREATE TABLE `reports` (
	`dossier` text NOT NULL,
	`id` text NOT NULL,
	`day` text NOT NULL,
	`published` text NOT NULL,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`sourcing` text NOT NULL,
	`updated_edition` integer NOT NULL,
	PRIMARY KEY(`dossier`, `id`)
);
--> statement-breakpoint
CREATE INDEX `reports_of_dossier_by_day` ON `reports` (`dossier`,`day`,`id`);--> statement-breakpoint
CREATE INDEX `reports_by_day` ON `reports` (`day`,`id`,`dossier`);--> statement-breakpoint
CREATE INDEX `reports_of_source_by_day` ON `reports` (`source`,`dossier`,`day`,`id`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`kind` text NOT NULL,
	`dossier` text NOT NULL,
	`id` text NOT NULL,
	`number` integer NOT NULL,
	`edition` integer NOT NULL,
	`ord` integer NOT NULL,
	`data` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`kind`, `dossier`, `id`, `number`),
	FOREIGN KEY (`edition`) REFERENCES `editions`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revisions_by_edition` ON `revisions` (`edition`);--> statement-breakpoint
CREATE INDEX `revisions_by_dossier` ON `revisions` (`dossier`,`edition`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`user_agent` text NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_of_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`must_change_password` integer NOT NULL,
	`created_at` text NOT NULL,
	`disabled_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_login` ON `users` (`login`);