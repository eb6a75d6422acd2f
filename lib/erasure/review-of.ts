import type { erasureRequests } from "@/db/schema";
import type { ErasureRules } from "./context";
import type { Review } from "./status";

type Asked = Pick<typeof erasureRequests.$inferSelect, "requesterKind" | "subjectKind">;

/** Null when nobody has to look, because the address alone proves enough or nothing will be done. */
export function reviewOf(
  { proof, endCustomers }: Pick<ErasureRules, "proof" | "endCustomers">,
  { requesterKind, subjectKind }: Asked,
): Review | null {
  if (subjectKind === "contact") {
    if (endCustomers === "ask_the_business") return null;
    if (endCustomers === "forwarded") return "forwarding";
  }
  switch (requesterKind) {
    case "representative":
      return "authorisation";
    case "end_customer":
      return "identity";
    case "workspace_admin":
      return subjectKind === "contact" || proof.workspace_admin !== "address" ? "identity" : null;
    default:
      return null;
  }
}
