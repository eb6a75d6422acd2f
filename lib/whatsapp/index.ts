/** WhatsApp's webhook: whether it is Meta's, and taking in what it tells. */
export { type Ingested, ingestWebhook } from "./ingest-webhook";
export { isSigned } from "./is-signed";
export { isVerifyToken } from "./is-verify-token";
export { WebhookPayload } from "./webhook-payload";
