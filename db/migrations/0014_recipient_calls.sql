CREATE TYPE "public"."erasure_recipient_call_state" AS ENUM('pending', 'done', 'failed');--> statement-breakpoint
CREATE TABLE "erasure_recipient_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"act" text NOT NULL,
	"group_id" uuid NOT NULL,
	"chain_id" uuid NOT NULL,
	"stage" integer NOT NULL,
	"state" "erasure_recipient_call_state" DEFAULT 'pending' NOT NULL,
	"sealed" text,
	"targets" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"already_gone" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"failed_positions" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"code" text,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"give_up_at" timestamp with time zone NOT NULL,
	"last_call_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"kept_until" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "erasure_recipient_calls_run_idx" ON "erasure_recipient_calls" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "erasure_recipient_calls_request_idx" ON "erasure_recipient_calls" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "erasure_recipient_calls_group_idx" ON "erasure_recipient_calls" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "erasure_recipient_calls_due_idx" ON "erasure_recipient_calls" USING btree ("next_attempt_at") WHERE "erasure_recipient_calls"."state" = 'pending';