import { eq } from "drizzle-orm";
import { apiTokens, sessions } from "@/db/schema";
import type { Tx } from "./context";

/** What somebody comes in with. */
type Credential = "sessions" | "api_tokens";

/** Ends what an account comes in with, everywhere, when the transaction commits. Repeatable. */
export async function endAccess(
  tx: Tx,
  userId: string,
  credentials: readonly Credential[],
): Promise<void> {
  if (credentials.includes("sessions")) {
    await tx.delete(sessions).where(eq(sessions.userId, userId));
  }
  if (credentials.includes("api_tokens")) {
    await tx.delete(apiTokens).where(eq(apiTokens.createdByUserId, userId));
  }
}
