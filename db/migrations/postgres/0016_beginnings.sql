CREATE TABLE "beginnings" (
	"author" text COLLATE "C" PRIMARY KEY NOT NULL,
	"answers" text NOT NULL,
	"version" integer NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "beginnings" ADD CONSTRAINT "beginnings_author" FOREIGN KEY ("author") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_kind" ON "events" USING btree ("kind","dossier","place");