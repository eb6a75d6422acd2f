import type { Vault } from "./context";
import type { Concern, Requester } from "./schemas";
import type { SubjectKind } from "./status";

const subjectOf: Record<Concern, SubjectKind> = {
  account: "account",
  workspace: "workspace",
  customer_records: "contact",
  meta_login: "meta_user",
};

type Asked = {
  email: string;
  requester: Requester;
  concern: Concern;
  /** What sets one request of an address apart from another: a slug, a business, an id. */
  scope?: string;
};

/** The subject of a request that is not verified: whatever this address asks for, digested. */
export function askedSubject(
  vault: Pick<Vault, "digest">,
  { email, requester, concern, scope = "" }: Asked,
): { kind: SubjectKind; digest: string } {
  return {
    kind: subjectOf[concern],
    digest: vault.digest("email", [email, requester, concern, scope].join("\n")),
  };
}
