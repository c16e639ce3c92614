-- Discarded drafts are kept for a while; lists read a title and a length, and repeated requests are known by their key.
CREATE TABLE "discarded_drafts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"record_id" text COLLATE "C" NOT NULL,
	"author" text COLLATE "C" NOT NULL,
	"base_revision" integer,
	"data" text,
	"version" integer NOT NULL,
	"note" text COLLATE "C",
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" DEFAULT '' NOT NULL,
	"bytes" integer DEFAULT 0 NOT NULL,
	"first_attempt" text COLLATE "C",
	"last_attempt" text COLLATE "C",
	"discarded_by" text COLLATE "C" NOT NULL,
	"discarded_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "title" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "bytes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "first_attempt" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "last_attempt" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "discarded_drafts" ADD CONSTRAINT "discarded_drafts_author" FOREIGN KEY ("author") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "discarded_drafts_by_author" ON "discarded_drafts" USING btree ("author","discarded_at");--> statement-breakpoint
CREATE INDEX "discarded_drafts_by_time" ON "discarded_drafts" USING btree ("discarded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_of_attempt" ON "drafts" USING btree ("author","first_attempt");--> statement-breakpoint
UPDATE "drafts" SET "bytes" = octet_length("data") WHERE "data" IS NOT NULL;
--> statement-breakpoint
-- Titles as `titleOf` makes them; what is too large to be read for that, or holds what jsonb refuses, goes by its id until it is
-- saved again.
UPDATE "drafts" SET "title" = substr(trim(COALESCE(
	NULLIF("data"::jsonb #>> '{headline,en}', ''), NULLIF("data"::jsonb #>> '{headline,ja}', ''),
	CASE jsonb_typeof("data"::jsonb -> 'headline') WHEN 'string' THEN NULLIF("data"::jsonb ->> 'headline', '') END,
	NULLIF("data"::jsonb #>> '{title,en}', ''), NULLIF("data"::jsonb #>> '{title,ja}', ''),
	CASE jsonb_typeof("data"::jsonb -> 'title') WHEN 'string' THEN NULLIF("data"::jsonb ->> 'title', '') END,
	NULLIF("data"::jsonb #>> '{name,en}', ''), NULLIF("data"::jsonb #>> '{name,ja}', ''),
	CASE jsonb_typeof("data"::jsonb -> 'name') WHEN 'string' THEN NULLIF("data"::jsonb ->> 'name', '') END,
	'')), 1, 300) WHERE "bytes" BETWEEN 1 AND 1048576 AND "data" !~ '\\u(0000|[dD][89a-fA-F])';
