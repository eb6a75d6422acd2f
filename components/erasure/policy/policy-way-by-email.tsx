import { fillMessage } from "@/components/ui/fill-message";
import type { RequestEmail } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";
import { listOfDetails } from "./list-of-details";
import { PolicyWay } from "./policy-way";

/** A message, and what to write in it. */
export function PolicyWayByEmail({ requestEmail }: { requestEmail: RequestEmail }) {
  const { title, text, subject, asks } = policyMessages.ask.ways.email;
  const details = listOfDetails(requestEmail.asksFor);

  return (
    <PolicyWay title={title}>
      <p>{text}</p>
      {requestEmail.subject && <p>{fillMessage(subject, { subject: requestEmail.subject })}</p>}
      {details && <p>{fillMessage(asks, { details })}</p>}
      <p>
        <a href={mailto(requestEmail)}>{requestEmail.address}</a>
      </p>
    </PolicyWay>
  );
}

function mailto({ address, subject }: RequestEmail): string {
  return `mailto:${address}${subject ? `?subject=${encodeURIComponent(subject)}` : ""}`;
}
