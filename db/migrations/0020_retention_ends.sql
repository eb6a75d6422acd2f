CREATE INDEX "suppression_entries_created_idx" ON "suppression_entries" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "contact_fences_erased_idx" ON "contact_fences" USING btree ("erased_at") WHERE "contact_fences"."erased_at" is not null;--> statement-breakpoint
CREATE INDEX "tombstones_erased_idx" ON "tombstones" USING btree ("erased_at");