CREATE TYPE "public"."export_state" AS ENUM('waiting', 'running', 'ready', 'failed', 'cancelled');--> statement-breakpoint
CREATE TABLE "workspace_exports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid,
	"requested_by_user_id" uuid,
	"includes_media" boolean NOT NULL,
	"state" "export_state" DEFAULT 'waiting' NOT NULL,
	"planned_parts" bigint,
	"done_parts" bigint DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"held_until" timestamp with time zone,
	"object_id" uuid,
	"size_bytes" bigint,
	"mail_state" "erasure_mail_state",
	"erases_workspace" boolean DEFAULT false NOT NULL,
	"erasure_choices" jsonb,
	"erasure_refusal" text,
	"created_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "workspace_exports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "workspace_exports" ADD CONSTRAINT "workspace_exports_requested_by_user_id_users_id_fk" FOREIGN KEY ("requested_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_exports" ADD CONSTRAINT "workspace_exports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_exports" ADD CONSTRAINT "workspace_exports_workspace_id_contact_id_contacts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "workspace_exports_contact_idx" ON "workspace_exports" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE INDEX "workspace_exports_requested_by_idx" ON "workspace_exports" USING btree ("requested_by_user_id") WHERE "workspace_exports"."requested_by_user_id" is not null;--> statement-breakpoint
CREATE INDEX "workspace_exports_open_idx" ON "workspace_exports" USING btree ("created_at") WHERE "workspace_exports"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "workspace_exports_expires_idx" ON "workspace_exports" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "workspace_exports_one_open_key" ON "workspace_exports" USING btree ("workspace_id",coalesce("contact_id", "workspace_id")) WHERE "workspace_exports"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "stored_objects_exports_idx" ON "stored_objects" USING btree ("stored_at") WHERE "stored_objects"."purpose" = 'export';--> statement-breakpoint
CALL raise_fences();
