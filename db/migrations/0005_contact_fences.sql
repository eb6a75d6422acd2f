CREATE TABLE "contact_fences" (
	"workspace_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "contact_fences_workspace_id_contact_id_pk" PRIMARY KEY("workspace_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "frozen_contacts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_fences" ADD CONSTRAINT "contact_fences_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;