CREATE TABLE `branches` (
	`places` text NOT NULL,
	`edition` integer NOT NULL,
	`hash` text NOT NULL,
	`left` text NOT NULL,
	`right` text NOT NULL,
	PRIMARY KEY(`places`, `edition`)
);
--> statement-breakpoint
CREATE TABLE `leaves` (
	`place` text NOT NULL,
	`edition` integer NOT NULL,
	`kind` text NOT NULL,
	`dossier` text NOT NULL,
	`id` text NOT NULL,
	`revision` integer NOT NULL,
	`hash` text,
	PRIMARY KEY(`place`, `edition`)
);
--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`x` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `statements` (
	`edition` integer PRIMARY KEY NOT NULL,
	`statement` text NOT NULL,
	`signature` text NOT NULL,
	`key` text NOT NULL,
	`tree` text,
	FOREIGN KEY (`edition`) REFERENCES `editions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key`) REFERENCES `signing_keys`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TRIGGER `statements_no_update` BEFORE UPDATE ON `statements`
BEGIN
	SELECT RAISE(ABORT, 'statements are history: UPDATE is refused');
END;
--> statement-breakpoint
CREATE TRIGGER `statements_no_delete` BEFORE DELETE ON `statements`
BEGIN
	SELECT RAISE(ABORT, 'statements are history: DELETE is refused');
END;
--> statement-breakpoint
CREATE TRIGGER `signing_keys_no_update` BEFORE UPDATE ON `signing_keys`
BEGIN
	SELECT RAISE(ABORT, 'signing_keys are history: UPDATE is refused');
END;
--> statement-breakpoint
CREATE TRIGGER `signing_keys_no_delete` BEFORE DELETE ON `signing_keys`
BEGIN
	SELECT RAISE(ABORT, 'signing_keys are history: DELETE is refused');
END;
