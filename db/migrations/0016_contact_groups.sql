CREATE TABLE "address_tombstones" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"address_digest" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"request_id" uuid NOT NULL,
	CONSTRAINT "address_tombstones_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "erasure_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"selection_id" uuid NOT NULL,
	"workspace_digest" text NOT NULL,
	"request_id" uuid,
	"contact_ids" uuid[],
	"contacts" integer NOT NULL,
	"gone" integer,
	"elsewhere" integer,
	"chosen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ALTER COLUMN "contact_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_fences" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "merged_into_contact_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "group_id" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sender_contact_id" uuid;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "agents_delete_contacts" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "address_tombstones" ADD CONSTRAINT "address_tombstones_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_tombstones_digest_idx" ON "address_tombstones" USING btree ("workspace_id","address_digest");--> statement-breakpoint
CREATE INDEX "address_tombstones_request_idx" ON "address_tombstones" USING btree ("workspace_id","request_id");--> statement-breakpoint
CREATE INDEX "address_tombstones_frozen_idx" ON "address_tombstones" USING btree ("frozen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_groups_request_key" ON "erasure_groups" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "erasure_groups_selection_idx" ON "erasure_groups" USING btree ("selection_id");--> statement-breakpoint
CREATE INDEX "erasure_groups_workspace_idx" ON "erasure_groups" USING btree ("workspace_digest","chosen_at");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_sender_contact_id_contacts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","sender_contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_fences_request_idx" ON "contact_fences" USING btree ("workspace_id","request_id") WHERE "contact_fences"."request_id" is not null;--> statement-breakpoint
CREATE INDEX "contacts_merged_into_idx" ON "contacts" USING btree ("workspace_id","merged_into_contact_id") WHERE "contacts"."merged_into_contact_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_group_key" ON "conversations" USING btree ("workspace_id","channel_connection_id","group_id");--> statement-breakpoint
CREATE INDEX "messages_sender_contact_idx" ON "messages" USING btree ("sender_contact_id","workspace_id") WHERE "messages"."sender_contact_id" is not null;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_with_one_or_in_a_group" CHECK (("conversations"."contact_id" is null) = ("conversations"."group_id" is not null));--> statement-breakpoint
-- Group messages name their senders, and merged contacts one another: the fence knows them, too.
CALL raise_fences();
