import { fillMessage } from "@/components/ui/fill-message";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";
import { PolicySteps } from "./policy-steps";
import { PolicyWay } from "./policy-way";

const { meta } = policyMessages.ask.ways;
const [open, remove, accept] = meta.steps;

/** Asking through Meta where that is offered, and what removing the app there means in any case. */
export function PolicyWayByMeta({ profile }: { profile: PolicyProfile }) {
  const { channels, company, formDetails, metaRevocation } = profile;
  const isOffered = channels.includes("meta_callback");
  const steps = [open, fillMessage(remove, { company: company.name })];

  return (
    <PolicyWay title={meta.title}>
      <PolicySteps steps={isOffered ? [...steps, accept] : steps} />
      <p>{isOffered ? meta[metaRevocation] : meta.separate}</p>
      {channels.includes("form") && formDetails.metaUserId && <p>{meta.byId}</p>}
    </PolicyWay>
  );
}
