CREATE TABLE "subjects" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"until" integer NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	CONSTRAINT "subjects_dossier_report_edition_kind_subject_pk" PRIMARY KEY("dossier","report","edition","kind","subject")
);
--> statement-breakpoint
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_report" FOREIGN KEY ("dossier","report","edition") REFERENCES "public"."reports"("dossier","id","edition") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subjects_by_day" ON "subjects" USING btree ("kind","subject","until","day","report","dossier");--> statement-breakpoint
CREATE INDEX "subjects_by_edition" ON "subjects" USING btree ("kind","subject","until","edition","report","dossier");--> statement-breakpoint
CREATE INDEX "reports_of_source_anywhere" ON "reports" USING btree ("source","until","day","id","dossier");
--> statement-breakpoint
INSERT INTO "subjects" ("dossier", "report", "edition", "kind", "subject", "until", "day")
SELECT "told"."dossier", "told"."report", "told"."edition", "told"."kind", "told"."subject", "reports"."until", "reports"."day"
FROM (
  SELECT "dossier", "report", "edition", 'change' AS "kind", "change" AS "subject" FROM "effects"
  UNION SELECT "dossier", "report", "edition", 'change' AS "kind", "change" AS "subject" FROM "positions"
  UNION SELECT "dossier", "report", "edition", 'change' AS "kind", "change" AS "subject" FROM "expectations"
  UNION SELECT "dossier", "report", "edition", 'actor' AS "kind", "actor" AS "subject" FROM "positions"
) AS "told"
JOIN "reports" ON "reports"."dossier" = "told"."dossier" AND "reports"."id" = "told"."report" AND "reports"."edition" = "told"."edition";
