import { DataList } from "@/components/ui/data-list";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";

/** Where a person can be reached. */
export function PolicyContact({ company }: { company: PolicyProfile["company"] }) {
  const { email, address, website } = policyMessages.contact;

  return (
    <DataList
      className="prose-links"
      items={[
        {
          key: "email",
          term: email,
          value: <a href={`mailto:${company.privacyEmail}`}>{company.privacyEmail}</a>,
        },
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
