CREATE TYPE "public"."account_code_purpose" AS ENUM('erase_account', 'change_email');--> statement-breakpoint
CREATE TABLE "account_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" "account_code_purpose" NOT NULL,
	"code_digest" text NOT NULL,
	"sealed" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"mail_state" "erasure_mail_state" DEFAULT 'queued' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasure_cancellation_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"token_digest" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"address_digest" text NOT NULL,
	"role" "membership_role" NOT NULL,
	"token_digest" text NOT NULL,
	"sealed_token" text,
	"invited_by_user_id" uuid,
	"mail_state" "erasure_mail_state" DEFAULT 'queued' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "account_codes" ADD CONSTRAINT "account_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_user_id_users_id_fk" FOREIGN KEY ("invited_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_codes_user_purpose_key" ON "account_codes" USING btree ("user_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_cancellation_tokens_digest_key" ON "erasure_cancellation_tokens" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "erasure_cancellation_tokens_request_idx" ON "erasure_cancellation_tokens" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_workspace_address_key" ON "invitations" USING btree ("workspace_id","address_digest");--> statement-breakpoint
CREATE INDEX "invitations_token_idx" ON "invitations" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "invitations_address_idx" ON "invitations" USING btree ("address_digest","created_at");--> statement-breakpoint
CREATE INDEX "invitations_invited_by_idx" ON "invitations" USING btree ("invited_by_user_id") WHERE "invitations"."invited_by_user_id" is not null;--> statement-breakpoint
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits" USING btree ("expire");--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_slug_not_reserved" CHECK ("workspaces"."slug" <> all (array['account', 'admin', 'api', 'data-deletion', 'healthz', 'help', 'invitation', 'leads', 'operator', 'privacy', 'readyz', 'receipt', 'settings', 'sign-in', 'status', 'terms', 'ar', 'en', 'hi', 'id']));--> statement-breakpoint
-- An account that is being erased is sent no more codes.
CREATE OR REPLACE TRIGGER fence_account_inserts BEFORE INSERT OR UPDATE OF user_id ON account_codes
FOR EACH ROW EXECUTE FUNCTION fence_account_inserts();
--> statement-breakpoint
CALL raise_fences();
