CREATE TABLE "branches" (
	"places" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"left" text NOT NULL,
	"right" text NOT NULL,
	CONSTRAINT "branches_places_edition_pk" PRIMARY KEY("places","edition")
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"place" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"dossier" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"hash" text COLLATE "C",
	CONSTRAINT "leaves_place_edition_pk" PRIMARY KEY("place","edition")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"x" text COLLATE "C" NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"edition" integer PRIMARY KEY NOT NULL,
	"statement" text COLLATE "C" NOT NULL,
	"signature" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"tree" text
);
--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_edition" FOREIGN KEY ("edition") REFERENCES "public"."editions"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_key" FOREIGN KEY ("key") REFERENCES "public"."signing_keys"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE TRIGGER "statements_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "statements"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE TRIGGER "signing_keys_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "signing_keys"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
