CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "search" (
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	CONSTRAINT "search_record" PRIMARY KEY ("kind","dossier","id")
);
--> statement-breakpoint
-- Words are taken apart by the database's own rules, not by C, under which Japanese would have no letters.
CREATE INDEX "search_trigrams" ON "search" USING gin (("text" COLLATE "default") gin_trgm_ops);
