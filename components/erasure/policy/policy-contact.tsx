import { useTranslations } from "next-intl";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { isolated } from "@/components/words/isolated";
import type { PolicyProfile } from "@/lib/policy/profile";

/** Where a person can be reached. */
export function PolicyContact({ profile }: { profile: PolicyProfile }) {
  const t = useTranslations("policy.contact");
  const { company, requestEmail } = profile;
  const isApart = requestEmail && requestEmail.address !== company.privacyEmail;

  return (
    <DataList
      className="prose-links"
      items={[
        reached("email", t("email"), `mailto:${company.privacyEmail}`, company.privacyEmail),
        ...(isApart
          ? [
              reached(
                "requests",
                t("requests"),
                `mailto:${requestEmail.address}`,
                requestEmail.address,
              ),
            ]
          : []),
        ...(company.phone === null
          ? []
          : [
              reached(
                "phone",
                t("phone"),
                `tel:${company.phone.replaceAll(" ", "")}`,
                company.phone,
              ),
            ]),
        {
          key: "address",
          term: t("address"),
          value: (
            <address className="not-italic">
              <bdi>
                {company.legalName}, {company.address}
              </bdi>
            </address>
          ),
        },
        reached("website", t("website"), company.website, company.website),
      ]}
    />
  );
}

function reached(key: string, term: string, href: string, words: string): DataListItem {
  return { key, term, value: <a href={href}>{isolated(words)}</a> };
}
