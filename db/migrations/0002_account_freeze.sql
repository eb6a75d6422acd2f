ALTER TABLE "erasure_requests" ADD COLUMN "address_digest" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "frozen_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "erasure_requests_address_idx" ON "erasure_requests" USING btree ("address_digest","received_at");