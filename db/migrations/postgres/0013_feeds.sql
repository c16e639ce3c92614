-- In whose name the ids of events are made (RFC 4151), settled at the next start; up to where a hub has been told; what an event concerns.
CREATE TABLE "authority" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"since" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "told_up_to" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"place" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "event_records_of_event" ON "event_records" USING btree ("place","kind");