import { useTranslations } from "next-intl";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { useSpan } from "@/components/words/use-span";
import type { PolicyProfile } from "@/lib/policy/profile";

/** The deadlines the profile promises. Backups are spoken of only where there are any. */
export function PolicyTiming({ profile }: { profile: PolicyProfile }) {
  const t = useTranslations("policy.time");

  return (
    <div className="grid gap-6">
      <DataList items={useDeadlines(profile)} />
      <p>{t("confirmation")}</p>
    </div>
  );
}

function useDeadlines(profile: PolicyProfile): DataListItem[] {
  const t = useTranslations("policy.time");
  const span = useSpan();
  const { acknowledgeWithinHours, completeWithinDays, extensionDays, from } = profile.deadlines;
  const { backups, channels, graceDays, verificationValidMinutes } = profile;
  const said = (
    key: "link" | "acknowledge" | "grace" | "complete" | "extension" | "backups" | "confirmed",
    value: string,
  ): DataListItem => ({ key, term: t(`${key}.term`), value });

  return [
    ...(channels.includes("form")
      ? [said("link", t("link.value", { span: span(verificationValidMinutes, "minute") }))]
      : []),
    said(
      "acknowledge",
      acknowledgeWithinHours === 0
        ? t("acknowledge.atOnce")
        : t("acknowledge.value", { span: span(acknowledgeWithinHours, "hour") }),
    ),
    said(
      "grace",
      graceDays === 0 ? t("grace.none") : t("grace.some", { span: span(graceDays, "day") }),
    ),
    said("complete", t(`complete.${from}`, { span: span(completeWithinDays, "day") })),
    ...(extensionDays === 0
      ? []
      : [said("extension", t("extension.value", { span: span(extensionDays, "day") }))]),
    ...(backups === null
      ? []
      : [said("backups", t("backups.value", { span: span(backups.rollOffDays, "day") }))]),
    ...(backups?.confirmsAfter === "backups" ? [said("confirmed", t("confirmed.backups"))] : []),
  ];
}
