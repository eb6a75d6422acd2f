import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { formatSpan } from "@/components/ui/format-span";
import { PageHeader } from "@/components/ui/page-header";
import { categories } from "@/lib/policy/categories";
import type { PolicyStatement } from "@/lib/policy/policy-statement";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";
import { requestFormMessages } from "../messages/request-form-messages";
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

const { page, ask, erased, retained, time, rights, contact } = policyMessages;

type PolicyPageProps = {
  profile: PolicyProfile;
  statement: PolicyStatement;
  requestDeletion: RequestFormAction;
};

/** The public policy: nothing on it is written by hand that the map or the profile could say. */
export function PolicyPage({ profile, statement, requestDeletion }: PolicyPageProps) {
  const company = profile.company.name;
  const hasForm = profile.channels.includes("form");
  const contents = [
    { id: "ask", title: ask.title },
    { id: "deleted", title: erased.title },
    { id: "kept", title: retained.title },
    { id: "time", title: time.title },
    ...(hasForm ? [{ id: "request", title: requestFormMessages.title }] : []),
    { id: "rights", title: rights.title },
    { id: "contact", title: contact.title },
  ];

  return (
    <div className="pt-12 sm:pt-20">
      <PageHeader
        look="display"
        eyebrow={fillMessage(page.eyebrow, { company })}
        title={page.heading}
        lead={<p>{fillMessage(page.lead, { company })}</p>}
      />
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
        <ButtonLink href={hasForm ? "#request" : "#ask"} className="print:hidden">
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
            <PolicyRetained statement={statement} categories={categories} holds={profile.holds} />
          </PolicySection>
          <PolicySection id="time" title={time.title}>
            <PolicyTiming profile={profile} />
          </PolicySection>
          {hasForm && (
            <PolicySection
              id="request"
              title={requestFormMessages.title}
              intro={requestFormMessages.intro}
              isForScreen
            >
              <RequestForm
                action={requestDeletion}
                asked={profile.formDetails}
                linkValidFor={formatSpan(profile.verificationValidMinutes, "minute")}
              />
            </PolicySection>
          )}
          <PolicySection id="rights" title={rights.title}>
            <PolicyRights profile={profile} />
          </PolicySection>
          <PolicySection id="contact" title={contact.title}>
            <PolicyContact profile={profile} />
          </PolicySection>
        </div>
      </div>
    </div>
  );
}
