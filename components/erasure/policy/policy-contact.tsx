import { DataList } from "@/components/ui/data-list";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";

/** Where a person can be reached. */
export function PolicyContact({ profile }: { profile: PolicyProfile }) {
  const { email, requests, phone, address, website } = policyMessages.contact;
  const { company, requestEmail } = profile;
  const isApart = requestEmail && requestEmail.address !== company.privacyEmail;

  return (
    <DataList
      className="prose-links"
      items={[
        {
          key: "email",
          term: email,
          value: <a href={`mailto:${company.privacyEmail}`}>{company.privacyEmail}</a>,
        },
        ...(isApart
          ? [
              {
                key: "requests",
                term: requests,
                value: <a href={`mailto:${requestEmail.address}`}>{requestEmail.address}</a>,
              },
            ]
          : []),
        ...(company.phone === null
          ? []
          : [
              {
                key: "phone",
                term: phone,
                value: <a href={`tel:${company.phone.replaceAll(" ", "")}`}>{company.phone}</a>,
              },
            ]),
        {
          key: "address",
          term: address,
          value: (
            <address className="not-italic">
              {company.legalName}, {company.address}
            </address>
          ),
        },
        { key: "website", term: website, value: <a href={company.website}>{company.website}</a> },
      ]}
    />
  );
}
