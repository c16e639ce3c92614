PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_beginnings` (
	`author` text NOT NULL,
	`dossier` text DEFAULT '' NOT NULL,
	`answers` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`author`, `dossier`),
	FOREIGN KEY (`author`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_beginnings`("author", "dossier", "answers", "version", "updated_at") SELECT "author", '', "answers", "version", "updated_at" FROM `beginnings`;--> statement-breakpoint
DROP TABLE `beginnings`;--> statement-breakpoint
ALTER TABLE `__new_beginnings` RENAME TO `beginnings`;--> statement-breakpoint
PRAGMA foreign_keys=ON;