CREATE TYPE "public"."erasure_review" AS ENUM('authorisation', 'identity', 'forwarding');--> statement-breakpoint
CREATE TYPE "public"."inbound_mail_outcome" AS ENUM('request_opened', 'answered', 'no_request');--> statement-breakpoint
CREATE TYPE "public"."inbound_mail_reason" AS ENUM('unclear', 'reply', 'no_sender', 'channel_closed', 'not_fetched', 'automatic', 'bounce', 'mailing_list', 'own_mail');--> statement-breakpoint
CREATE TYPE "public"."inbound_mail_state" AS ENUM('received', 'understood', 'waiting', 'set_aside', 'settled');--> statement-breakpoint
CREATE TYPE "public"."mail_event_kind" AS ENUM('delivered', 'suppressed', 'failed', 'bounced', 'complained');--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"state" "inbound_mail_state" DEFAULT 'received' NOT NULL,
	"reason" "inbound_mail_reason",
	"outcome" "inbound_mail_outcome",
	"request_id" uuid,
	"sender_digest" text,
	"sealed" text,
	"received_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"settled_by" "actor_kind"
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"provider_id" text NOT NULL,
	"kind" "mail_event_kind" NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_events_provider_id_kind_pk" PRIMARY KEY("provider_id","kind")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"source" text NOT NULL,
	"delivery_id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhook_deliveries_source_delivery_id_pk" PRIMARY KEY("source","delivery_id")
);
--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD COLUMN "review" "erasure_review";--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mails_provider_key" ON "inbound_mails" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "inbound_mails_state_idx" ON "inbound_mails" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "inbound_mails_request_idx" ON "inbound_mails" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "mail_events_recorded_idx" ON "mail_events" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_expiry_idx" ON "webhook_deliveries" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "erasure_mails_provider_idx" ON "erasure_mails" USING btree ("provider_id") WHERE "erasure_mails"."provider_id" is not null;