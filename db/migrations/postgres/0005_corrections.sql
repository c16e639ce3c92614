-- Public notes are listed by themselves. Lists are made anew of the revisions (`reindex`), which an empty search asks for.
CREATE TABLE "corrections" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"edition" integer NOT NULL,
	"verb" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "corrections_dossier_report_revision_verb_position_pk" PRIMARY KEY("dossier","report","revision","verb","position")
);
--> statement-breakpoint
DROP INDEX "revisions_by_edition";--> statement-breakpoint
CREATE INDEX "corrections_by_edition" ON "corrections" USING btree ("edition","dossier","report");--> statement-breakpoint
CREATE INDEX "revisions_by_edition" ON "revisions" USING btree ("edition","kind","dossier","id");
--> statement-breakpoint
DELETE FROM "search";
