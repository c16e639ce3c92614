-- The head stands before the first edition; history is only ever added to.
INSERT INTO `head` (`id`, `edition`) VALUES ('public', 0);
--> statement-breakpoint
CREATE TRIGGER `revisions_no_update` BEFORE UPDATE ON `revisions`
BEGIN
	SELECT RAISE(ABORT, 'revisions are history: UPDATE is refused');
END;
--> statement-breakpoint
CREATE TRIGGER `revisions_no_delete` BEFORE DELETE ON `revisions`
BEGIN
	SELECT RAISE(ABORT, 'revisions are history: DELETE is refused');
END;
--> statement-breakpoint
CREATE TRIGGER `editions_no_update` BEFORE UPDATE ON `editions`
BEGIN
	SELECT RAISE(ABORT, 'editions are history: UPDATE is refused');
END;
--> statement-breakpoint
CREATE TRIGGER `editions_no_delete` BEFORE DELETE ON `editions`
BEGIN
	SELECT RAISE(ABORT, 'editions are history: DELETE is refused');
END;
