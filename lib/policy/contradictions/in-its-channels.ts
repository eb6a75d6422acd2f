import { Email } from "@/lib/erasure/schemas";
import type { PolicyProfile } from "../profile";
import type { Contradiction } from "./contradiction";

/** Ways to ask that lead nowhere, and addresses that nobody is told of. */
export function contradictionsInChannels(profile: PolicyProfile): Contradiction[] {
  const { channels, company, formDetails, metaRevocation, requestEmail } = profile;
  const found: Contradiction[] = [];
  const offers = (channel: (typeof channels)[number]) => channels.includes(channel);

  if (!offers("form") && !offers("email")) {
    found.push({
      code: "no_way_to_ask",
      sentence:
        "It offers neither the form nor e-mail, so somebody without an account could not ask at all.",
    });
  }
  if (offers("email") && requestEmail === null) {
    found.push({
      code: "channel_without_address",
      sentence: "It offers requests by e-mail and gives no address to write to.",
    });
  }
  if (!offers("email") && requestEmail !== null) {
    found.push({
      code: "address_without_channel",
      sentence: `It gives ${requestEmail.address} for requests, and does not offer requests by e-mail.`,
    });
  }
  if (!offers("form") && Object.keys(formDetails).length > 0) {
    found.push({
      code: "questions_without_form",
      sentence: `Its form asks for ${Object.keys(formDetails).join(", ")}, and it offers no form.`,
    });
  }
  if (metaRevocation === "opens_deletion" && !offers("meta_callback")) {
    found.push({
      code: "revocation_without_meta",
      sentence:
        "Removing the app at Meta opens a deletion, and asking through Meta is not among its channels.",
    });
  }
  const addresses = [company.privacyEmail, ...(requestEmail ? [requestEmail.address] : [])];
  for (const address of new Set(addresses)) {
    if (Email.safeParse(address).success) continue;
    found.push({
      code: "not_an_address",
      sentence: `"${address}" is no e-mail address that anybody could write to.`,
    });
  }
  return found;
}
