CREATE TABLE "purge_controls" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"paused_at" timestamp with time zone,
	"max_runs" integer DEFAULT 2 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" "actor_kind" NOT NULL,
	CONSTRAINT "purge_controls_one_row" CHECK ("purge_controls"."id" = 1),
	CONSTRAINT "purge_controls_max_runs" CHECK ("purge_controls"."max_runs" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "erasure_runs" ADD COLUMN "retry_after" timestamp with time zone;--> statement-breakpoint
INSERT INTO "purge_controls" ("changed_at", "changed_by") VALUES (now(), 'system');