import { fillMessage } from "@/components/ui/fill-message";
import { formatSpan } from "@/components/ui/format-span";
import { TextLink } from "@/components/ui/text-link";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";
import { PolicySteps } from "./policy-steps";
import { PolicyWay } from "./policy-way";

const { ways } = policyMessages.ask;

/** Every way to ask, by who is asking. What revocation at Meta means follows the profile. */
export function PolicyWaysToAsk({ profile }: { profile: PolicyProfile }) {
  const company = profile.company.name;
  const { graceDays } = profile;
  const start =
    graceDays === 0
      ? ways.admin.startsAtOnce
      : fillMessage(ways.admin.startsAfter, { days: formatSpan(graceDays, "day") });
  const minutes = formatSpan(profile.verificationValidMinutes, "minute");

  return (
    <ul>
      <PolicyWay title={ways.admin.title}>
        <p>{fillMessage(ways.admin.text, { start })}</p>
        <PolicySteps steps={ways.admin.steps} />
      </PolicyWay>
      <PolicyWay title={ways.account.title}>
        <p>{ways.account.text}</p>
      </PolicyWay>
      <PolicyWay title={ways.contact.title}>
        <p>{ways.contact.text}</p>
      </PolicyWay>
      <PolicyWay title={fillMessage(ways.customer.title, { company })}>
        <p>{fillMessage(ways.customer[profile.endCustomers], { company })}</p>
      </PolicyWay>
      <PolicyWay title={ways.meta.title}>
        <PolicySteps steps={ways.meta.steps.map((step) => step.replace("{company}", company))} />
        <p>{ways.meta[profile.metaRevocation]}</p>
      </PolicyWay>
      <PolicyWay title={ways.form.title}>
        <p>{fillMessage(ways.form.text, { minutes })}</p>
        <p>
          <TextLink href="#request">{ways.form.link}</TextLink>
        </p>
      </PolicyWay>
      <PolicyWay title={ways.email.title}>
        <p>{ways.email.text}</p>
        <p>
          <a href={`mailto:${profile.company.privacyEmail}`}>{profile.company.privacyEmail}</a>
        </p>
      </PolicyWay>
    </ul>
  );
}
