CREATE TYPE "public"."object_purpose" AS ENUM('media', 'export', 'snapshot');--> statement-breakpoint
CREATE TYPE "public"."object_state" AS ENUM('pending', 'stored');--> statement-breakpoint
CREATE TABLE "erasure_file_steps" (
	"run_id" uuid NOT NULL,
	"subject_index" integer NOT NULL,
	"state" "erasure_step_state" DEFAULT 'pending' NOT NULL,
	"planned_files" bigint NOT NULL,
	"done_files" bigint DEFAULT 0 NOT NULL,
	"emptied" integer DEFAULT 0 NOT NULL,
	"cursor" uuid,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "erasure_file_steps_run_id_subject_index_pk" PRIMARY KEY("run_id","subject_index")
);
--> statement-breakpoint
CREATE TABLE "platform_keys" (
	"purpose" text PRIMARY KEY NOT NULL,
	"wrapped_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"wrapped_key" text NOT NULL,
	"key" text NOT NULL,
	"state" "object_state" DEFAULT 'pending' NOT NULL,
	"mime_type" text NOT NULL,
	"size_bytes" bigint,
	"upload_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stored_at" timestamp with time zone,
	CONSTRAINT "request_files_key_under_request" CHECK (starts_with("request_files"."key", 'requests/' || "request_files"."request_id" || '/'))
);
--> statement-breakpoint
CREATE TABLE "stored_objects" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid,
	"purpose" "object_purpose" NOT NULL,
	"data_key_id" uuid,
	"key" text NOT NULL,
	"state" "object_state" DEFAULT 'pending' NOT NULL,
	"mime_type" text NOT NULL,
	"size_bytes" bigint,
	"upload_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stored_at" timestamp with time zone,
	CONSTRAINT "stored_objects_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "stored_objects_key_under_workspace" CHECK (starts_with("stored_objects"."key", 'workspaces/' || "stored_objects"."workspace_id" || '/'))
);
--> statement-breakpoint
ALTER TABLE "stored_objects" ADD CONSTRAINT "stored_objects_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_objects" ADD CONSTRAINT "stored_objects_workspace_id_contact_id_contacts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "request_files_key_key" ON "request_files" USING btree ("key");--> statement-breakpoint
CREATE INDEX "request_files_request_idx" ON "request_files" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "request_files_pending_idx" ON "request_files" USING btree ("upload_until") WHERE "request_files"."state" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "stored_objects_key_key" ON "stored_objects" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "stored_objects_contact_idx" ON "stored_objects" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE INDEX "stored_objects_pending_idx" ON "stored_objects" USING btree ("upload_until") WHERE "stored_objects"."state" = 'pending';--> statement-breakpoint
-- What attachments name already, as uploads whose end nobody has seen: the sweeper looks for the bytes
-- and keeps the row where there are some. Their contact's erasure finds them from here on.
INSERT INTO stored_objects
  (workspace_id, id, contact_id, purpose, key, state, mime_type, upload_until, created_at)
SELECT a.workspace_id, a.id, c.contact_id, 'media', a.object_key, 'pending', a.mime_type, now(), a.created_at
FROM media_attachments a
JOIN messages m ON m.workspace_id = a.workspace_id AND m.id = a.message_id
JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
WHERE starts_with(a.object_key, 'workspaces/' || a.workspace_id || '/')
ON CONFLICT DO NOTHING;
--> statement-breakpoint
CALL raise_fences();
