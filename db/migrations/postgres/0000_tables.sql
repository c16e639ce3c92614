CREATE TABLE "attempts" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"taken" integer NOT NULL,
	"until" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "drafts" (
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
	"updated_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"number" integer PRIMARY KEY NOT NULL,
	"published_at" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"summary" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "effects" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"change" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"stage" text COLLATE "C",
	"on" text COLLATE "C" NOT NULL,
	CONSTRAINT "effects_dossier_report_position_pk" PRIMARY KEY("dossier","report","position")
);
--> statement-breakpoint
CREATE TABLE "expectations" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"change" text COLLATE "C" NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"from" text COLLATE "C",
	"until" text COLLATE "C",
	CONSTRAINT "expectations_dossier_report_position_pk" PRIMARY KEY("dossier","report","position")
);
--> statement-breakpoint
CREATE TABLE "head" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"edition" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"topic" text COLLATE "C" NOT NULL,
	"payload" text NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"done_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"change" text COLLATE "C" NOT NULL,
	"stance" text COLLATE "C" NOT NULL,
	"on" text COLLATE "C" NOT NULL,
	CONSTRAINT "positions_dossier_report_position_pk" PRIMARY KEY("dossier","report","position")
);
--> statement-breakpoint
CREATE TABLE "records" (
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"edition" integer NOT NULL,
	"ord" integer NOT NULL,
	"data" text NOT NULL,
	CONSTRAINT "records_kind_dossier_id_pk" PRIMARY KEY("kind","dossier","id")
);
--> statement-breakpoint
CREATE TABLE "relations" (
	"dossier" text COLLATE "C" NOT NULL,
	"report" text COLLATE "C" NOT NULL,
	"related" text COLLATE "C" NOT NULL,
	CONSTRAINT "relations_dossier_report_related_pk" PRIMARY KEY("dossier","report","related")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"dossier" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"published" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"sourcing" text COLLATE "C" NOT NULL,
	"updated_edition" integer NOT NULL,
	CONSTRAINT "reports_dossier_id_pk" PRIMARY KEY("dossier","id")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"edition" integer NOT NULL,
	"ord" integer NOT NULL,
	"data" text,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "revisions_kind_dossier_id_number_pk" PRIMARY KEY("kind","dossier","id","number")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"last_seen_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"revoked_at" text COLLATE "C",
	"user_agent" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"login" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C",
	"must_change_password" boolean NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"disabled_at" text COLLATE "C"
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_author" FOREIGN KEY ("author") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "effects" ADD CONSTRAINT "effects_report" FOREIGN KEY ("dossier","report") REFERENCES "public"."reports"("dossier","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expectations" ADD CONSTRAINT "expectations_report" FOREIGN KEY ("dossier","report") REFERENCES "public"."reports"("dossier","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_report" FOREIGN KEY ("dossier","report") REFERENCES "public"."reports"("dossier","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_report" FOREIGN KEY ("dossier","report") REFERENCES "public"."reports"("dossier","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_edition" FOREIGN KEY ("edition") REFERENCES "public"."editions"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_of_author" ON "drafts" USING btree ("kind","dossier","record_id","author");--> statement-breakpoint
CREATE INDEX "drafts_by_author" ON "drafts" USING btree ("author","updated_at");--> statement-breakpoint
CREATE INDEX "effects_of_change" ON "effects" USING btree ("dossier","change","report");--> statement-breakpoint
CREATE INDEX "expectations_of_change" ON "expectations" USING btree ("dossier","change","report");--> statement-breakpoint
CREATE INDEX "outbox_by_time" ON "outbox" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "positions_of_actor" ON "positions" USING btree ("dossier","actor","report");--> statement-breakpoint
CREATE INDEX "positions_of_change" ON "positions" USING btree ("dossier","change","report");--> statement-breakpoint
CREATE INDEX "records_in_order" ON "records" USING btree ("dossier","kind","ord");--> statement-breakpoint
CREATE INDEX "relations_back" ON "relations" USING btree ("dossier","related","report");--> statement-breakpoint
CREATE INDEX "reports_of_dossier_by_day" ON "reports" USING btree ("dossier","day","id");--> statement-breakpoint
CREATE INDEX "reports_by_day" ON "reports" USING btree ("day","id","dossier");--> statement-breakpoint
CREATE INDEX "reports_of_source_by_day" ON "reports" USING btree ("source","dossier","day","id");--> statement-breakpoint
CREATE INDEX "revisions_by_edition" ON "revisions" USING btree ("edition");--> statement-breakpoint
CREATE INDEX "revisions_by_dossier" ON "revisions" USING btree ("dossier","edition");--> statement-breakpoint
CREATE INDEX "sessions_of_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_login" ON "users" USING btree ("login");