CREATE TYPE "public"."contact_match" AS ENUM('email', 'phone');--> statement-breakpoint
CREATE TYPE "public"."controller_task_state" AS ENUM('open', 'erasing', 'erased', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TABLE "controller_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"controller_id" uuid NOT NULL,
	"customer_id" uuid,
	"matched_by" "contact_match" NOT NULL,
	"state" "controller_task_state" DEFAULT 'open' NOT NULL,
	"refusal_reason" "erasure_refusal_reason",
	"erasure_request_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "controller_tasks_one_per_contact" ON "controller_tasks" USING btree ("request_id","controller_id","customer_id");--> statement-breakpoint
CREATE INDEX "controller_tasks_controller_idx" ON "controller_tasks" USING btree ("controller_id","state","due_at");--> statement-breakpoint
CREATE INDEX "controller_tasks_state_idx" ON "controller_tasks" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "contacts_any_email_idx" ON "contacts" USING btree ("email") WHERE "contacts"."email" is not null;--> statement-breakpoint
CREATE INDEX "contacts_any_phone_idx" ON "contacts" USING btree ("phone") WHERE "contacts"."phone" is not null;