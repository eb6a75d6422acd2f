ALTER TABLE "legal_holds" ADD COLUMN "placed_with_id" uuid;--> statement-breakpoint
CREATE INDEX "legal_holds_placed_with_idx" ON "legal_holds" USING btree ("placed_with_id") WHERE "legal_holds"."placed_with_id" is not null;--> statement-breakpoint
CALL raise_fences();
