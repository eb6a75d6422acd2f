import { fillMessage } from "@/components/ui/fill-message";
import { formatSpan } from "@/components/ui/format-span";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";
import { PolicySteps } from "./policy-steps";
import { PolicyWay } from "./policy-way";
import { PolicyWayByEmail } from "./policy-way-by-email";
import { PolicyWayByForm } from "./policy-way-by-form";
import { PolicyWayByMeta } from "./policy-way-by-meta";

const { ways } = policyMessages.ask;

/** Every way to ask that the profile offers, by who is asking, and what is checked first. */
export function PolicyWaysToAsk({ profile }: { profile: PolicyProfile }) {
  const company = profile.company.name;
  const { channels, endCustomers, requestEmail } = profile;

  return (
    <ul>
      <PolicyWay title={ways.admin.title}>
        {channels.includes("workspace_settings") ? (
          <>
            <p>{fillMessage(ways.admin.text, { start: startOf(profile) })}</p>
            <PolicySteps steps={ways.admin.steps} />
          </>
        ) : (
          <p>{ways.admin.onRequest}</p>
        )}
      </PolicyWay>
      <PolicyWay title={ways.account.title}>
        <p>
          {accountWay(profile)} {ways.account.soleOwner}
        </p>
      </PolicyWay>
      <PolicyWay title={ways.contact.title}>
        <p>{channels.includes("crm") ? ways.contact.selfService : ways.contact.text}</p>
      </PolicyWay>
      <PolicyWay title={fillMessage(ways.customer.title, { company })}>
        <p>{fillMessage(ways.customer[endCustomers], { company })}</p>
      </PolicyWay>
      <PolicyWayByMeta profile={profile} />
      {channels.includes("form") && <PolicyWayByForm profile={profile} />}
      {requestEmail && <PolicyWayByEmail requestEmail={requestEmail} />}
      <PolicyWay title={ways.proof.title}>
        {checksOf(profile).map((check) => (
          <p key={check}>{check}</p>
        ))}
      </PolicyWay>
    </ul>
  );
}

function startOf({ graceDays }: PolicyProfile): string {
  return graceDays === 0
    ? ways.admin.startsAtOnce
    : fillMessage(ways.admin.startsAfter, { days: formatSpan(graceDays, "day") });
}

function accountWay({ channels }: PolicyProfile): string {
  if (channels.includes("account_settings")) return ways.account.selfService;
  return channels.includes("form") ? ways.account.form : ways.account.email;
}

function checksOf({ channels, mayAskForMore, proof }: PolicyProfile): string[] {
  return [
    ...(channels.includes("form") ? [ways.proof.address] : []),
    ways.proof.workspace_admin,
    ...(proof.workspace_admin === "address" ? [] : [ways.proof.reviewed]),
    ways.proof.representative,
    ...(mayAskForMore ? [ways.proof.mayAskForMore] : []),
  ];
}
