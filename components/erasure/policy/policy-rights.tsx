import { fillMessage } from "@/components/ui/fill-message";
import { formatList } from "@/components/ui/format-list";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";

/** The laws followed, the way to complain, and what this company is not. */
export function PolicyRights({ profile }: { profile: PolicyProfile }) {
  const { laws, complain, affiliation } = policyMessages.rights;

  return (
    <div className="grid gap-4">
      <p>{fillMessage(laws, { laws: formatList(profile.laws) })}</p>
      <p>{complain}</p>
      <p>{fillMessage(affiliation, { company: profile.company.name })}</p>
    </div>
  );
}
