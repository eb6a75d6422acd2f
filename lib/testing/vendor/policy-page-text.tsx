import { renderToStaticMarkup } from "react-dom/server";
import { PolicyPage } from "@/components/erasure/policy/policy-page";
import type { PolicyStatement } from "@/lib/policy/policy-statement";
import type { PolicyProfile } from "@/lib/policy/profile";

/** The public page under a profile, as the words that a reader reads. */
export function policyPageText(profile: PolicyProfile, statement: PolicyStatement): string {
  const html = renderToStaticMarkup(
    <PolicyPage profile={profile} statement={statement} requestDeletion={async (state) => state} />,
  );
  return html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
}
