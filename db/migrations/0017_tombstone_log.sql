CREATE TABLE "erasure_tombstone_log" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"entry" text NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"stored_at" timestamp with time zone,
	"is_to_replay" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD COLUMN "backups_gone_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD COLUMN "backups_gone_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "erasure_tombstone_log_unstored_idx" ON "erasure_tombstone_log" USING btree ("sequence") WHERE "erasure_tombstone_log"."stored_at" is null;--> statement-breakpoint
CREATE INDEX "erasure_tombstone_log_to_replay_idx" ON "erasure_tombstone_log" USING btree ("sequence") WHERE "erasure_tombstone_log"."is_to_replay";--> statement-breakpoint
CREATE INDEX "erasure_tombstone_log_request_idx" ON "erasure_tombstone_log" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "erasure_requests_backups_idx" ON "erasure_requests" USING btree ("backups_gone_by") WHERE "erasure_requests"."backups_gone_by" is not null and "erasure_requests"."backups_gone_at" is null;