ALTER TYPE "public"."erasure_act_kind" ADD VALUE 'approved';--> statement-breakpoint
ALTER TYPE "public"."erasure_act_kind" ADD VALUE 'refused';--> statement-breakpoint
ALTER TYPE "public"."erasure_act_kind" ADD VALUE 'cancelled';--> statement-breakpoint
ALTER TYPE "public"."erasure_act_kind" ADD VALUE 'told_again';