CREATE TABLE "erasure_receipt_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"sealed_private_key" text,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "erasure_receipt_keys_one_in_use" UNIQUE NULLS NOT DISTINCT("retired_at")
);
--> statement-breakpoint
CREATE TABLE "erasure_receipts" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"jws" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL
);
