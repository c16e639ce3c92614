-- Who follows by mail or webhook, and what is on its way to them.
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription` text NOT NULL,
	`about` text NOT NULL,
	`places` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text NOT NULL,
	`last_error` text NOT NULL,
	`created_at` text NOT NULL,
	`done_at` text,
	FOREIGN KEY (`subscription`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_in_order` ON `deliveries` (`subscription`,`number`);--> statement-breakpoint
CREATE INDEX `deliveries_by_state` ON `deliveries` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`form` text,
	`what` text NOT NULL,
	`language` text NOT NULL,
	`rhythm` text NOT NULL,
	`zone` text NOT NULL,
	`state` text NOT NULL,
	`because` text NOT NULL,
	`place` integer NOT NULL,
	`sealed` text NOT NULL,
	`sealed_by` text NOT NULL,
	`mark` text NOT NULL,
	`secret` text,
	`secret_shown` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`confirmed_at` text,
	`busy` integer NOT NULL,
	`wake_at` text NOT NULL,
	`leased_by` text NOT NULL,
	`leased_until` text NOT NULL,
	`refusals` integer NOT NULL,
	`given_up` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_double` ON `subscriptions` (`mark`,`what`,`channel`);--> statement-breakpoint
CREATE INDEX `subscriptions_due` ON `subscriptions` (`state`,`wake_at`);