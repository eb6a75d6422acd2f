import type { ErasureContext } from "@/lib/erasure";

/** What taking in WhatsApp's webhooks needs. */
export type IngestContext = Pick<ErasureContext, "db" | "now" | "vault">;
