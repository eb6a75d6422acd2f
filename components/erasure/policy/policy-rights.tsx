import { fillMessage } from "@/components/ui/fill-message";
import { formatList } from "@/components/ui/format-list";
import { laws } from "@/lib/policy/laws";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";

/** The laws followed, the way to complain, and, where the profile says so, what this company is not. */
export function PolicyRights({ profile }: { profile: PolicyProfile }) {
  const { laws: following, noLaws, complain, affiliation } = policyMessages.rights;
  const titles = profile.laws.map((law) => laws[law].title);

  return (
    <div className="grid gap-4">
      <p>{titles.length === 0 ? noLaws : fillMessage(following, { laws: formatList(titles) })}</p>
      <p>{complain}</p>
      {profile.disclaimsAffiliation && (
        <p>{fillMessage(affiliation, { company: profile.company.name })}</p>
      )}
    </div>
  );
}
