/** Other systems that received the data: whom to tell, how, and the making of the calls. */
export type { CallContext } from "./call-context";
export { callRecipient } from "./call-recipient";
export { createRecipients } from "./create-recipients";
export { counted } from "./http/counted";
export type { Http } from "./http/create-http";
export { httpForEach } from "./http/http-for-each";
export type { Recipient } from "./recipient";
export { allRecipients, type RecipientSettings } from "./registry";
export { createSecretReader } from "./secret-reader";
export { settingsOf } from "./settings-of";
export { sweepCalls } from "./sweep-calls";
