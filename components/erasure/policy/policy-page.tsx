import { useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { PageHeader } from "@/components/ui/page-header";
import { ClientWords } from "@/components/words/client-words";
import { isolated } from "@/components/words/isolated";
import { Moment } from "@/components/words/moment";
import { useSpan } from "@/components/words/use-span";
import type { PolicyStatement } from "@/lib/policy/policy-statement";
import type { PolicyProfile } from "@/lib/policy/profile";
import type { RequestFormAction } from "../request/request-form-state";
import { RequestForm } from "../request-form";
import { PolicyContact } from "./policy-contact";
import { PolicyContents } from "./policy-contents";
import { PolicyErased } from "./policy-erased";
import { PolicyRetained } from "./policy-retained";
import { PolicyRights } from "./policy-rights";
import { PolicySection } from "./policy-section";
import { PolicyTiming } from "./policy-timing";
import { PolicyWaysToAsk } from "./policy-ways-to-ask";

type PolicyPageProps = {
  profile: PolicyProfile;
  statement: PolicyStatement;
  requestDeletion: RequestFormAction;
  /** The public key of the form's challenge, where there is one. */
  challengeKey: string | null;
};

/** The public policy: nothing on it is written by hand that the map or the profile could say. */
export function PolicyPage({ profile, statement, requestDeletion, challengeKey }: PolicyPageProps) {
  const t = useTranslations("policy");
  const form = useTranslations("form");
  const span = useSpan();
  const company = profile.company.name;
  const address = profile.requestEmail?.address ?? profile.company.privacyEmail;
  const hasForm = profile.channels.includes("form");
  const contents = [
    { id: "ask", title: t("ask.title") },
    { id: "deleted", title: t("erased.title") },
    { id: "kept", title: t("retained.title") },
    { id: "time", title: t("time.title") },
    ...(hasForm ? [{ id: "request", title: form("title") }] : []),
    { id: "rights", title: t("rights.title") },
    { id: "contact", title: t("contact.title") },
  ];

  return (
    <div className="pt-12 sm:pt-20">
      <PageHeader
        look="display"
        eyebrow={t("page.eyebrow", { company })}
        title={t("page.heading")}
        lead={<p>{t("page.lead", { company })}</p>}
      />
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
        <ButtonAnchor href={hasForm ? "#request" : "#ask"} className="print:hidden">
          {t("page.askButton")}
        </ButtonAnchor>
        <p className="text-ink-muted text-sm">
          {t("page.updated")} <Moment value={new Date(statement.lastUpdated)} /> ·{" "}
          <span className="whitespace-nowrap">
            {t("page.version")} {isolated(statement.version)}
          </span>
        </p>
      </div>

      <div className="mt-16 grid gap-x-16 lg:grid-cols-[13rem_minmax(0,44rem)] print:mt-8 print:block">
        <PolicyContents label={t("page.contentsLabel")} entries={contents} />
        <div className="grid gap-16 text-[1.0625rem] leading-relaxed print:block print:space-y-10">
          <PolicySection id="ask" title={t("ask.title")} intro={t("ask.intro")}>
            <PolicyWaysToAsk profile={profile} />
          </PolicySection>
          <PolicySection id="deleted" title={t("erased.title")} intro={t("erased.intro")}>
            <PolicyErased
              statement={statement}
              erasesMembers={profile.erasesMembersWithoutWorkspace}
            />
          </PolicySection>
          <PolicySection id="kept" title={t("retained.title")} intro={t("retained.intro")}>
            <PolicyRetained statement={statement} holds={profile.holds} />
          </PolicySection>
          <PolicySection id="time" title={t("time.title")}>
            <PolicyTiming profile={profile} />
          </PolicySection>
          {hasForm && (
            <PolicySection id="request" title={form("title")} intro={form("intro")} isForScreen>
              <ClientWords areas={["form"]}>
                <RequestForm
                  takesProof={profile.proof.representative === "authorisation"}
                  action={requestDeletion}
                  asked={profile.formDetails}
                  challenge={challengeKey === null ? null : { siteKey: challengeKey, address }}
                  linkValidFor={span(profile.verificationValidMinutes, "minute")}
                />
              </ClientWords>
            </PolicySection>
          )}
          <PolicySection id="rights" title={t("rights.title")}>
            <PolicyRights profile={profile} />
          </PolicySection>
          <PolicySection id="contact" title={t("contact.title")}>
            <PolicyContact profile={profile} />
          </PolicySection>
        </div>
      </div>
    </div>
  );
}
