import { IntlProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { PolicyPage } from "@/components/erasure/policy/policy-page";
import { intlSettings } from "@/lib/i18n/intl-settings";
import type { PolicyStatement } from "@/lib/policy/policy-statement";
import type { PolicyProfile } from "@/lib/policy/profile";

/** The public page under a profile, as the words that a reader reads. */
export function policyPageText(profile: PolicyProfile, statement: PolicyStatement): string {
  const html = renderToStaticMarkup(
    <IntlProvider {...intlSettings("en")}>
      <PolicyPage
        challengeKey={null}
        profile={profile}
        statement={statement}
        requestDeletion={async (state) => state}
      />
    </IntlProvider>,
  );
  return html
    .replace(/<\/?bdi[^>]*>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
}
