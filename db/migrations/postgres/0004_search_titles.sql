-- Search knows titles, days and stems from here on, of dossiers and publishers too. It is made anew of the revisions (`reindex`).
DROP TABLE "search";
--> statement-breakpoint
CREATE TABLE "search" (
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"until" integer NOT NULL,
	"revision" integer NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	CONSTRAINT "search_record" PRIMARY KEY ("kind","dossier","id","edition")
);
--> statement-breakpoint
-- Rows that wait to be indexed are all read by every search, so that few may wait.
-- Words are taken apart by the database's own rules, not by C, under which Japanese would have no letters.
CREATE INDEX "search_trigrams" ON "search" USING gin (("text" COLLATE "default") gin_trgm_ops) WITH (gin_pending_list_limit = 64);
