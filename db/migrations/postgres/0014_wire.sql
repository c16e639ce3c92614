-- Who follows by mail or webhook, and what is on its way to them.
CREATE TABLE "deliveries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subscription" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"places" text NOT NULL,
	"number" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" text COLLATE "C" NOT NULL,
	"last_error" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"done_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"form" text COLLATE "C",
	"what" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"rhythm" text COLLATE "C" NOT NULL,
	"zone" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"because" text COLLATE "C" NOT NULL,
	"place" integer NOT NULL,
	"sealed" text COLLATE "C" NOT NULL,
	"sealed_by" text COLLATE "C" NOT NULL,
	"mark" text COLLATE "C" NOT NULL,
	"secret" text COLLATE "C",
	"secret_shown" boolean NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"confirmed_at" text COLLATE "C",
	"busy" boolean NOT NULL,
	"wake_at" text COLLATE "C" NOT NULL,
	"leased_by" text COLLATE "C" NOT NULL,
	"leased_until" text COLLATE "C" NOT NULL,
	"refusals" integer NOT NULL,
	"given_up" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscription" FOREIGN KEY ("subscription") REFERENCES "public"."subscriptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_in_order" ON "deliveries" USING btree ("subscription","number");--> statement-breakpoint
CREATE INDEX "deliveries_by_state" ON "deliveries" USING btree ("state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_double" ON "subscriptions" USING btree ("mark","what","channel");--> statement-breakpoint
CREATE INDEX "subscriptions_due" ON "subscriptions" USING btree ("state","wake_at");