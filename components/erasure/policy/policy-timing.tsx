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
  const { acknowledge, complete, extension, grace, link } = policyMessages.time;
  const { acknowledgeWithinHours, completeWithinDays, extensionDays, from } = profile.deadlines;
  const { channels, graceDays, verificationValidMinutes } = profile;

  return [
    ...(channels.includes("form")
      ? [
          {
            key: "link",
            term: link.term,
            value: fillMessage(link.value, {
              span: formatSpan(verificationValidMinutes, "minute"),
            }),
          },
        ]
      : []),
    {
      key: "acknowledge",
      term: acknowledge.term,
      value:
        acknowledgeWithinHours === 0
          ? acknowledge.atOnce
          : fillMessage(acknowledge.value, { span: formatSpan(acknowledgeWithinHours, "hour") }),
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
    ...(extensionDays === 0
      ? []
      : [
          {
            key: "extension",
            term: extension.term,
            value: fillMessage(extension.value, { span: formatSpan(extensionDays, "day") }),
          },
        ]),
    ...ofBackups(profile),
  ];
}

function ofBackups({ backups }: PolicyProfile): DataListItem[] {
  if (backups === null) return [];
  const { backups: words, confirmed } = policyMessages.time;
  return [
    {
      key: "backups",
      term: words.term,
      value: fillMessage(words.value, { span: formatSpan(backups.rollOffDays, "day") }),
    },
    ...(backups.confirmsAfter === "backups"
      ? [{ key: "confirmed", term: confirmed.term, value: confirmed.backups }]
      : []),
  ];
}
