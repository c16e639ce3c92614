CREATE TABLE `subjects` (
	`dossier` text NOT NULL,
	`report` text NOT NULL,
	`edition` integer NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`until` integer NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`dossier`, `report`, `edition`, `kind`, `subject`),
	FOREIGN KEY (`dossier`,`report`,`edition`) REFERENCES `reports`(`dossier`,`id`,`edition`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `subjects_by_day` ON `subjects` (`kind`,`subject`,`until`,`day`,`report`,`dossier`);--> statement-breakpoint
CREATE INDEX `subjects_by_edition` ON `subjects` (`kind`,`subject`,`until`,`edition`,`report`,`dossier`);--> statement-breakpoint
CREATE INDEX `reports_of_source_anywhere` ON `reports` (`source`,`until`,`day`,`id`,`dossier`);
--> statement-breakpoint
INSERT INTO `subjects` (`dossier`, `report`, `edition`, `kind`, `subject`, `until`, `day`)
SELECT `told`.`dossier`, `told`.`report`, `told`.`edition`, `told`.`kind`, `told`.`subject`, `reports`.`until`, `reports`.`day`
FROM (
  SELECT `dossier`, `report`, `edition`, 'change' AS `kind`, `change` AS `subject` FROM `effects`
  UNION SELECT `dossier`, `report`, `edition`, 'change' AS `kind`, `change` AS `subject` FROM `positions`
  UNION SELECT `dossier`, `report`, `edition`, 'change' AS `kind`, `change` AS `subject` FROM `expectations`
  UNION SELECT `dossier`, `report`, `edition`, 'actor' AS `kind`, `actor` AS `subject` FROM `positions`
) AS `told`
JOIN `reports` ON `reports`.`dossier` = `told`.`dossier` AND `reports`.`id` = `told`.`report` AND `reports`.`edition` = `told`.`edition`;
