import type { Channel } from "@/lib/erasure/context";

/** In words, what a profile that offers a way to ask promises. */
export const channelNames: Record<Channel, string> = {
  workspace_settings: "deleting a workspace in its settings",
  account_settings: "deleting one's own account in its settings",
  crm: "deleting contacts in the CRM",
  form: "the request form",
  email: "requests by e-mail",
  meta_callback: "asking through Meta",
};

/**
 * The ways to ask that this app has. A profile that promises another one is refused at start.
 *
 * A mail that is not understood as a request is read and answered by people.
 */
export const builtChannels: readonly Channel[] = [
  "workspace_settings",
  "account_settings",
  "crm",
  "form",
  "email",
  "meta_callback",
];
