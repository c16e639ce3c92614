-- The head stands before the first edition; history is only ever added to.
INSERT INTO "head" ("id", "edition") VALUES ('public', 0);
--> statement-breakpoint
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% are history: % is refused', TG_TABLE_NAME, TG_OP;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "revisions_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revisions"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE TRIGGER "editions_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "editions"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
-- Nodes that LISTEN learn of an edition when its transaction commits.
CREATE FUNCTION "tell_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('rulewire_edition', NEW."edition"::text);
	RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "head_tells" AFTER UPDATE ON "head"
FOR EACH ROW EXECUTE FUNCTION "tell_edition"();
