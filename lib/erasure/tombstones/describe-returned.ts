import { newId } from "@/db/schema/columns";
import type { Vault } from "../context";
import type { SealedRequest } from "../sealed-request";
import type { SubjectKind } from "../status";
import { contactDigest } from "../subjects";
import type { Returned } from "./who-is-back";

export type NewRequest = {
  subjectKind: SubjectKind;
  subjectDigest: string;
  subjectId: string;
  content: SealedRequest;
};

type Described = { request: NewRequest; contactIds: readonly string[]; workspaceId: string };

/** What a request about somebody who is back consists of, as if it were made by the person today. */
export function describeReturned(vault: Pick<Vault, "digest">, returned: Returned): Described {
  switch (returned.kind) {
    case "workspace":
    case "account":
      return described({
        subjectKind: returned.kind,
        subjectDigest: vault.digest(returned.kind, returned.id),
        subjectId: returned.id,
        content: {},
      });
    case "meta_user":
      return described({
        subjectKind: "meta_user",
        subjectDigest: vault.digest("meta_user", returned.metaUserId),
        subjectId: returned.id,
        content: { metaUserId: returned.metaUserId },
      });
    case "contact": {
      const { workspaceId, ids } = returned;
      const [only, ...others] = ids;
      const subjectId = only !== undefined && others.length === 0 ? only : newId();
      const request: NewRequest = {
        subjectKind: "contact",
        subjectDigest: contactDigest(vault, { workspaceId, contactId: subjectId }),
        subjectId,
        content: { workspaceId },
      };
      return { request, contactIds: ids, workspaceId };
    }
  }
}

function described(request: NewRequest): Described {
  return { request, contactIds: [], workspaceId: request.subjectId };
}
