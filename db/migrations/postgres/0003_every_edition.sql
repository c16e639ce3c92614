-- Lists and search keep every edition from here on. They are made of the revisions, and so made anew (`reindex`).
DROP TABLE "effects";
--> statement-breakpoint
DROP TABLE "expectations";
--> statement-breakpoint
DROP TABLE "positions";
--> statement-breakpoint
DROP TABLE "relations";
--> statement-breakpoint
DROP TABLE "reports";
--> statement-breakpoint
CREATE TABLE "reports" (
	"dossier" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"until" integer NOT NULL,
	"revision" integer NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"published" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"sourcing" text COLLATE "C" NOT NULL,
	CONSTRAINT "reports_dossier_id_edition_pk" PRIMARY KEY("dossier","id","edition")
);
--> statement-breakpoint
CREATE TABLE "effects" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"position" integer NOT NULL,
	"change" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"stage" text COLLATE "C",
	"on" text COLLATE "C" NOT NULL,
	CONSTRAINT "effects_dossier_report_edition_position_pk" PRIMARY KEY("dossier","report","edition","position")
);
--> statement-breakpoint
CREATE TABLE "expectations" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"position" integer NOT NULL,
	"change" text COLLATE "C" NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"from" text COLLATE "C",
	"until" text COLLATE "C",
	CONSTRAINT "expectations_dossier_report_edition_position_pk" PRIMARY KEY("dossier","report","edition","position")
);
--> statement-breakpoint
CREATE TABLE "months" (
	"dossier" text COLLATE "C" NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	"reports" integer NOT NULL,
	CONSTRAINT "months_dossier_month_pk" PRIMARY KEY("dossier","month")
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"position" integer NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"change" text COLLATE "C" NOT NULL,
	"stance" text COLLATE "C" NOT NULL,
	"on" text COLLATE "C" NOT NULL,
	CONSTRAINT "positions_dossier_report_edition_position_pk" PRIMARY KEY("dossier","report","edition","position")
);
--> statement-breakpoint
CREATE TABLE "relations" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"related" text COLLATE "C" NOT NULL,
	CONSTRAINT "relations_dossier_report_edition_related_pk" PRIMARY KEY("dossier","report","edition","related")
);
--> statement-breakpoint
CREATE INDEX "effects_of_change" ON "effects" USING btree ("dossier","change","report");
--> statement-breakpoint
CREATE INDEX "expectations_of_change" ON "expectations" USING btree ("dossier","change","report");
--> statement-breakpoint
CREATE INDEX "positions_of_actor" ON "positions" USING btree ("dossier","actor","report");
--> statement-breakpoint
CREATE INDEX "positions_of_change" ON "positions" USING btree ("dossier","change","report");
--> statement-breakpoint
CREATE INDEX "relations_back" ON "relations" USING btree ("dossier","related","report");
--> statement-breakpoint
CREATE INDEX "reports_of_dossier_by_day" ON "reports" USING btree ("dossier","until","day","id");
--> statement-breakpoint
CREATE INDEX "reports_by_day" ON "reports" USING btree ("until","day","id","dossier");
--> statement-breakpoint
CREATE INDEX "reports_of_source_by_day" ON "reports" USING btree ("source","dossier","until","day","id");
--> statement-breakpoint
ALTER TABLE "effects" ADD CONSTRAINT "effects_report" FOREIGN KEY ("dossier","report","edition") REFERENCES "public"."reports"("dossier","id","edition") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "expectations" ADD CONSTRAINT "expectations_report" FOREIGN KEY ("dossier","report","edition") REFERENCES "public"."reports"("dossier","id","edition") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_report" FOREIGN KEY ("dossier","report","edition") REFERENCES "public"."reports"("dossier","id","edition") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_report" FOREIGN KEY ("dossier","report","edition") REFERENCES "public"."reports"("dossier","id","edition") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
DROP TABLE "search";
--> statement-breakpoint
CREATE TABLE "search" (
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"until" integer NOT NULL,
	"revision" integer NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	CONSTRAINT "search_record" PRIMARY KEY ("kind","dossier","id","edition")
);
--> statement-breakpoint
-- Words are taken apart by the database's own rules, not by C, under which Japanese would have no letters.
CREATE INDEX "search_trigrams" ON "search" USING gin (("text" COLLATE "default") gin_trgm_ops);
