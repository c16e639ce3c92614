ALTER TABLE "beginnings" ADD COLUMN "dossier" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "beginnings" DROP CONSTRAINT "beginnings_pkey";--> statement-breakpoint
ALTER TABLE "beginnings" ADD CONSTRAINT "beginnings_author_dossier_pk" PRIMARY KEY("author","dossier");
