-- The desk sorts reports by edition and by title. Lists are made anew of the revisions (`reindex`), which an empty search asks for.
ALTER TABLE "reports" ADD COLUMN "title" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "reports_of_dossier_by_edition" ON "reports" USING btree ("dossier","until","edition","id");--> statement-breakpoint
CREATE INDEX "reports_by_edition" ON "reports" USING btree ("until","edition","id","dossier");--> statement-breakpoint
CREATE INDEX "reports_of_dossier_by_title" ON "reports" USING btree ("dossier","until","title","id");--> statement-breakpoint
CREATE INDEX "reports_by_title" ON "reports" USING btree ("until","title","id","dossier");--> statement-breakpoint
DELETE FROM "search";
