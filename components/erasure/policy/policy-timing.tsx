import { DataList, type DataListItem } from "@/components/ui/data-list";
import { fillMessage } from "@/components/ui/fill-message";
import { formatSpan } from "@/components/ui/format-span";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";

/** The deadlines the profile promises. Backups are spoken of only where there are any. */
export function PolicyTiming({ profile }: { profile: PolicyProfile }) {
  return (
    <div className="grid gap-6">
      <DataList items={deadlines(profile)} />
      <p>{policyMessages.time.confirmation}</p>
    </div>
  );
}

function deadlines(profile: PolicyProfile): DataListItem[] {
  const { acknowledge, complete, grace, link, backups } = policyMessages.time;
  const { acknowledgeWithinHours, completeWithinDays, from } = profile.deadlines;
  const { backupRollOffDays, graceDays, verificationValidMinutes } = profile;

  return [
    {
      key: "link",
      term: link.term,
      value: fillMessage(link.value, { span: formatSpan(verificationValidMinutes, "minute") }),
    },
    {
      key: "acknowledge",
      term: acknowledge.term,
      value: fillMessage(acknowledge.value, { span: formatSpan(acknowledgeWithinHours, "hour") }),
    },
    {
      key: "grace",
      term: grace.term,
      value:
        graceDays === 0
          ? grace.none
          : fillMessage(grace.some, { span: formatSpan(graceDays, "day") }),
    },
    {
      key: "complete",
      term: complete.term,
      value: fillMessage(complete[from], { span: formatSpan(completeWithinDays, "day") }),
    },
    ...(backupRollOffDays === null
      ? []
      : [
          {
            key: "backups",
            term: backups.term,
            value: fillMessage(backups.value, { span: formatSpan(backupRollOffDays, "day") }),
          },
        ]),
  ];
}
