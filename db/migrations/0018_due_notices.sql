CREATE TYPE "public"."due_audience" AS ENUM('operators', 'controllers');--> statement-breakpoint
CREATE TYPE "public"."due_mark" AS ENUM('days_7', 'days_3', 'days_1', 'late', 'unacknowledged');--> statement-breakpoint
CREATE TABLE "due_marks" (
	"item_id" uuid NOT NULL,
	"audience" "due_audience" NOT NULL,
	"mark" "due_mark" NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"request_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "due_marks_item_id_audience_mark_due_at_pk" PRIMARY KEY("item_id","audience","mark","due_at")
);
--> statement-breakpoint
CREATE TABLE "due_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"controller_id" uuid,
	"user_id" uuid,
	"state" "erasure_mail_state" DEFAULT 'queued' NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "due_marks_batch_idx" ON "due_marks" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "due_marks_request_idx" ON "due_marks" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "due_notices_state_idx" ON "due_notices" USING btree ("state","queued_at");--> statement-breakpoint
CREATE INDEX "due_notices_batch_idx" ON "due_notices" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "due_notices_user_idx" ON "due_notices" USING btree ("user_id");