import type { Metadata } from "next";
import { policyMessages } from "@/components/erasure/messages/policy-messages";
import { requestFormMessages } from "@/components/erasure/messages/request-form-messages";
import { PolicyContact } from "@/components/erasure/policy/policy-contact";
import { PolicyContents } from "@/components/erasure/policy/policy-contents";
import { PolicyErased } from "@/components/erasure/policy/policy-erased";
import { PolicyRetained } from "@/components/erasure/policy/policy-retained";
import { PolicyRights } from "@/components/erasure/policy/policy-rights";
import { PolicySection } from "@/components/erasure/policy/policy-section";
import { PolicyTiming } from "@/components/erasure/policy/policy-timing";
import { PolicyWaysToAsk } from "@/components/erasure/policy/policy-ways-to-ask";
import { RequestForm } from "@/components/erasure/request-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { formatSpan } from "@/components/ui/format-span";
import { PageHeader } from "@/components/ui/page-header";
import { categories } from "@/lib/policy/categories";
import { retentions } from "@/lib/policy/retentions";
import { currentPolicy } from "../current-policy";
import { requestDeletion } from "./request-deletion";

const { page, ask, erased, retained, time, rights, contact } = policyMessages;

const contents = [
  { id: "ask", title: ask.title },
  { id: "deleted", title: erased.title },
  { id: "kept", title: retained.title },
  { id: "time", title: time.title },
  { id: "request", title: requestFormMessages.title },
  { id: "rights", title: rights.title },
  { id: "contact", title: contact.title },
];

export async function generateMetadata(): Promise<Metadata> {
  const company = (await currentPolicy()).profile.company.name;

  return {
    title: page.title,
    description: fillMessage(page.description, { company }),
    alternates: { canonical: "/data-deletion" },
  };
}

/** The public policy: nothing on it is written by hand that the map or the profile could say. */
export default async function DataDeletionPage() {
  const { profile, statement } = await currentPolicy();
  const company = profile.company.name;

  return (
    <div className="pt-12 sm:pt-20">
      <PageHeader
        look="display"
        eyebrow={fillMessage(page.eyebrow, { company })}
        title={page.heading}
        lead={<p>{fillMessage(page.lead, { company })}</p>}
      />
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
        <ButtonLink href="#request" className="print:hidden">
          {page.askButton}
        </ButtonLink>
        <p className="text-ink-muted text-sm">
          {page.updated} <DateTime value={new Date(statement.lastUpdated)} /> ·{" "}
          <span className="whitespace-nowrap">
            {fillMessage(page.version, { version: statement.version })}
          </span>
        </p>
      </div>

      <div className="mt-16 grid gap-x-16 lg:grid-cols-[13rem_minmax(0,44rem)] print:mt-8 print:block">
        <PolicyContents label={page.contentsLabel} entries={contents} />
        <div className="grid gap-16 text-[1.0625rem] leading-relaxed print:block print:space-y-10">
          <PolicySection id="ask" title={ask.title} intro={ask.intro}>
            <PolicyWaysToAsk profile={profile} />
          </PolicySection>
          <PolicySection id="deleted" title={erased.title} intro={erased.intro}>
            <PolicyErased
              statement={statement}
              categories={categories}
              erasesMembers={profile.erasesMembersWithoutWorkspace}
            />
          </PolicySection>
          <PolicySection id="kept" title={retained.title} intro={retained.intro}>
            <PolicyRetained statement={statement} categories={categories} retentions={retentions} />
          </PolicySection>
          <PolicySection id="time" title={time.title}>
            <PolicyTiming profile={profile} />
          </PolicySection>
          <PolicySection
            id="request"
            title={requestFormMessages.title}
            intro={requestFormMessages.intro}
            isForScreen
          >
            <RequestForm
              action={requestDeletion}
              linkValidFor={formatSpan(profile.verificationValidMinutes, "minute")}
            />
          </PolicySection>
          <PolicySection id="rights" title={rights.title}>
            <PolicyRights profile={profile} />
          </PolicySection>
          <PolicySection id="contact" title={contact.title}>
            <PolicyContact company={profile.company} />
          </PolicySection>
        </div>
      </div>
    </div>
  );
}
