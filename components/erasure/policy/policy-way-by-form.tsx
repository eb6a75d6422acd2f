import { fillMessage } from "@/components/ui/fill-message";
import { formatSpan } from "@/components/ui/format-span";
import { TextLink } from "@/components/ui/text-link";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";
import { listOfDetails } from "./list-of-details";
import { PolicyWay } from "./policy-way";

/** The form on this page, and what it asks for. */
export function PolicyWayByForm({ profile }: { profile: PolicyProfile }) {
  const { title, text, asks, link } = policyMessages.ask.ways.form;
  const minutes = formatSpan(profile.verificationValidMinutes, "minute");
  const details = listOfDetails(profile.formDetails);

  return (
    <PolicyWay title={title}>
      <p>{fillMessage(text, { minutes })}</p>
      {details && <p>{fillMessage(asks, { details })}</p>}
      <p>
        <TextLink href="#request">{link}</TextLink>
      </p>
    </PolicyWay>
  );
}
