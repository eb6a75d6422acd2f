ALTER TABLE "invoices" ADD COLUMN "billed_to_user_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "target_user_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "target_contact_id" uuid;--> statement-breakpoint
ALTER TABLE "debug_traces" ADD COLUMN "address_digest" text;--> statement-breakpoint
CREATE INDEX "invoices_billed_to_user_idx" ON "invoices" USING btree ("billed_to_user_id") WHERE "invoices"."billed_to_user_id" is not null;--> statement-breakpoint
CREATE INDEX "legal_holds_placed_by_idx" ON "legal_holds" USING btree ("placed_by_user_id") WHERE "legal_holds"."placed_by_user_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_log_target_user_idx" ON "audit_log" USING btree ("target_user_id") WHERE "audit_log"."target_user_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_log_target_contact_idx" ON "audit_log" USING btree ("target_contact_id","workspace_id") WHERE "audit_log"."target_contact_id" is not null;--> statement-breakpoint
CREATE INDEX "debug_traces_address_idx" ON "debug_traces" USING btree ("workspace_id","address_digest");