CREATE TYPE "public"."erasure_act_kind" AS ENUM('identity_verified', 'details_opened', 'question_asked', 'question_answered', 'deadline_extended', 'deadline_moved', 'started_early', 'retried', 'merged', 'hold_placed', 'hold_released', 'purges_paused', 'purges_resumed');--> statement-breakpoint
CREATE TYPE "public"."erasure_extension_reason" AS ENUM('complexity', 'number_of_requests', 'more_proof_needed');--> statement-breakpoint
CREATE TABLE "erasure_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid,
	"kind" "erasure_act_kind" NOT NULL,
	"actor_kind" "actor_kind" NOT NULL,
	"actor_user_id" uuid,
	"detail" jsonb,
	"occurred_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasure_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"token_digest" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "erasure_requests_state_due_idx";--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD COLUMN "identifier_digests" text[];--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD COLUMN "first_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD COLUMN "extended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD COLUMN "extension_reason" "erasure_extension_reason";--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "erasure_runs" ADD COLUMN "stopped_by" uuid[];--> statement-breakpoint
ALTER TABLE "legal_holds" ADD COLUMN "contact_workspace_id" uuid;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD COLUMN "category" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "erasure_acts_request_idx" ON "erasure_acts" USING btree ("request_id","occurred_at");--> statement-breakpoint
CREATE INDEX "erasure_acts_actor_idx" ON "erasure_acts" USING btree ("actor_user_id") WHERE "erasure_acts"."actor_user_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_questions_digest_key" ON "erasure_questions" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "erasure_questions_request_idx" ON "erasure_questions" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "erasure_requests_open_due_idx" ON "erasure_requests" USING btree ("due_at","id") WHERE "erasure_requests"."state" not in ('completed', 'completed_with_retentions', 'refused', 'cancelled', 'expired');--> statement-breakpoint
CREATE INDEX "erasure_requests_received_idx" ON "erasure_requests" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "erasure_requests_closed_idx" ON "erasure_requests" USING btree ("closed_at","id") WHERE "erasure_requests"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "erasure_requests_identifiers_idx" ON "erasure_requests" USING gin ("identifier_digests");--> statement-breakpoint
CREATE INDEX "erasure_requests_subject_digest_idx" ON "erasure_requests" USING btree ("subject_digest");--> statement-breakpoint
CREATE INDEX "legal_holds_contact_workspace_idx" ON "legal_holds" USING btree ("contact_workspace_id") WHERE "legal_holds"."contact_workspace_id" is not null;--> statement-breakpoint
CREATE INDEX "erasure_requests_state_due_idx" ON "erasure_requests" USING btree ("state","due_at","id");--> statement-breakpoint
-- A session's new column has to be known to the fence around its account.
CALL raise_fences();
