/** Mail that comes in, and what the provider reports of the mail that went out. */
export { createMailReader } from "./create-mail-reader";
export { inboundRules } from "./inbound-rules";
export { listInbound } from "./list-inbound";
export { openInbound } from "./open-inbound";
export { readInboundMail } from "./read-inbound-mail";
export { type ReadWebhook, readWebhook, type WebhookFault } from "./read-webhook";
export { receiveWebhook } from "./receive-webhook";
export type { InboundLine, InboundMail } from "./schemas";
export { settleInbound } from "./settle-inbound";
export { signWebhook } from "./sign-webhook";
export { sweepInbound } from "./sweep-inbound";
