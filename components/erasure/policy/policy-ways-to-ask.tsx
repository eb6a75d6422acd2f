import { useTranslations } from "next-intl";
import { useSpan } from "@/components/words/use-span";
import type { PolicyProfile } from "@/lib/policy/profile";
import { PolicySteps } from "./policy-steps";
import { PolicyWay } from "./policy-way";
import { PolicyWayByEmail } from "./policy-way-by-email";
import { PolicyWayByForm } from "./policy-way-by-form";
import { PolicyWayByMeta } from "./policy-way-by-meta";

/** Every way to ask that the profile offers, by who is asking, and what is checked first. */
export function PolicyWaysToAsk({ profile }: { profile: PolicyProfile }) {
  const t = useTranslations("policy.ask");
  const company = profile.company.name;
  const { channels, endCustomers, requestEmail } = profile;

  return (
    <ul>
      <PolicyWay title={t("admin.title")}>
        <AdminWay profile={profile} />
      </PolicyWay>
      <PolicyWay title={t("account.title")}>
        <p>
          <AccountWay channels={channels} /> {t("account.soleOwner")}
        </p>
      </PolicyWay>
      <PolicyWay title={t("contact.title")}>
        <p>{t(channels.includes("crm") ? "contact.selfService" : "contact.text")}</p>
      </PolicyWay>
      <PolicyWay title={t("customer.title", { company })}>
        <p>{t(`customer.${endCustomers}`, { company })}</p>
      </PolicyWay>
      <PolicyWayByMeta profile={profile} />
      {channels.includes("form") && <PolicyWayByForm profile={profile} />}
      {requestEmail && <PolicyWayByEmail requestEmail={requestEmail} />}
      <PolicyWay title={t("proof.title")}>
        {checksOf(profile).map((check) => (
          <p key={check}>{t(`proof.${check}`)}</p>
        ))}
      </PolicyWay>
    </ul>
  );
}

function AdminWay({ profile: { channels, graceDays } }: { profile: PolicyProfile }) {
  const t = useTranslations("policy.ask.admin");
  const span = useSpan();
  if (!channels.includes("workspace_settings")) return <p>{t("onRequest")}</p>;

  const start =
    graceDays === 0 ? t("startsAtOnce") : t("startsAfter", { span: span(graceDays, "day") });
  return (
    <>
      <p>{t("text", { start })}</p>
      <PolicySteps steps={[t("steps.open"), t("steps.choose"), t("steps.type")]} />
    </>
  );
}

function AccountWay({ channels }: Pick<PolicyProfile, "channels">) {
  const t = useTranslations("policy.ask.account");
  const form = useTranslations("form.concern.cards");
  if (channels.includes("account_settings")) return t("selfService");

  return channels.includes("form") ? t("form", { choice: form("account.label") }) : t("email");
}

function checksOf({ channels, mayAskForMore, proof }: PolicyProfile) {
  return [
    ...(channels.includes("form") ? (["address"] as const) : []),
    "workspaceAdmin",
    ...(proof.workspace_admin === "address" ? [] : (["reviewed"] as const)),
    "representative",
    ...(mayAskForMore ? (["mayAskForMore"] as const) : []),
  ] as const;
}
