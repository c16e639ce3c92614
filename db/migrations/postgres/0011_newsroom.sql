-- A newsroom's tables: roles per dossier, review, comments, notices, schedules, events; the audit log is only ever added to.
CREATE TABLE "dossier_roles" (
	"user_id" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	CONSTRAINT "dossier_roles_user_id_dossier_pk" PRIMARY KEY("user_id","dossier")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"draft_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"record_id" text COLLATE "C" NOT NULL,
	"field" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"resolved_by" text COLLATE "C",
	"resolved_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "draft_visits" (
	"draft_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"seen_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "draft_visits_draft_id_user_id_pk" PRIMARY KEY("draft_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"draft_id" text COLLATE "C",
	"title" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C",
	"read_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "pasted_texts" (
	"draft_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C",
	"at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"due" text COLLATE "C" NOT NULL,
	"local_time" text COLLATE "C" NOT NULL,
	"zone" text COLLATE "C" NOT NULL,
	"drafts" text NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"settled_at" text COLLATE "C",
	"edition" integer,
	"held" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "event_days" (
	"dossier" text COLLATE "C" PRIMARY KEY NOT NULL,
	"day" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_records" (
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"place" integer NOT NULL,
	CONSTRAINT "event_records_kind_dossier_id_place_pk" PRIMARY KEY("kind","dossier","id","place")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"place" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"day" text COLLATE "C",
	"at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"data" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "discarded_drafts" ADD COLUMN "embargo" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "discarded_drafts" ADD COLUMN "saved_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "embargo" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "saved_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "state" text COLLATE "C" DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "state_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "state_at" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "dossier_roles" ADD CONSTRAINT "dossier_roles_user" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_visits" ADD CONSTRAINT "draft_visits_draft" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_user" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pasted_texts" ADD CONSTRAINT "pasted_texts_draft" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_of_draft" ON "comments" USING btree ("draft_id","at");--> statement-breakpoint
CREATE INDEX "comments_of_record" ON "comments" USING btree ("kind","dossier","record_id","at");--> statement-breakpoint
CREATE INDEX "notices_of_user" ON "notices" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "schedules_by_state" ON "schedules" USING btree ("state","due");--> statement-breakpoint
CREATE UNIQUE INDEX "events_in_order" ON "events" USING btree ("place");--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("at","dossier","kind");--> statement-breakpoint
CREATE INDEX "events_of_dossier" ON "events" USING btree ("dossier","place");--> statement-breakpoint
CREATE INDEX "events_of_edition" ON "events" USING btree ("edition","place");--> statement-breakpoint
CREATE INDEX "audit_by_person" ON "audit" USING btree ("by","at");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "drafts_by_state" ON "drafts" USING btree ("state","updated_at");--> statement-breakpoint
CREATE TRIGGER "audit_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
