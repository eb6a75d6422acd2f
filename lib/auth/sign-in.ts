import "server-only";
import { z } from "zod";
import { now } from "@/lib/clock";
import { database } from "@/lib/database";
import { erasureContext } from "@/lib/erasure-context";
import { clientAddressHeader } from "@/lib/rate-limits/client-address-header";
import { signInsOfOne } from "@/lib/rate-limits/client-limits";
import { clientNetwork } from "@/lib/rate-limits/client-network";
import { countTry, forgetTries } from "@/lib/rate-limits/count-try";
import { safely } from "@/lib/safely";
import { Credentials, openSession } from "./open-session";

const BrowserHeaders = z
  .object({ "user-agent": z.string().optional(), [clientAddressHeader]: z.string().optional() })
  .catch({});

/**
 * Opens a session for whoever shows an account's address and password, within the tries that one account has.
 * Whichever way they came, this is what is asked.
 *
 * @param headers those of the browser's request.
 * @returns the session's id; the same for whatever is wrong, after the same time.
 */
export async function signIn(
  credentials: unknown,
  headers: unknown,
): Promise<{ id: string } | "wrong" | "too_many_tries"> {
  const parsed = Credentials.safeParse(credentials);
  if (!parsed.success) return "wrong";

  const browser = BrowserHeaders.parse(headers);
  const userAgent = browser["user-agent"] ?? null;
  return await safely("sign-in", async () => {
    const { db, vault } = erasureContext({ type: "requester" });
    // Of the address as it was typed: there is a count whether or not somebody has it.
    const who = vault.digest("email", parsed.data.email);
    const network = clientNetwork(browser[clientAddressHeader] ?? "");
    const whoHere = vault.digest("client", `${who} ${network}`);
    if (!(await countTry(db, signInsOfOne.here, whoHere))) return "too_many_tries";
    if (!(await countTry(db, signInsOfOne.anywhere, who))) return "too_many_tries";

    const id = await openSession({ db: database().db, now }, parsed.data, { userAgent });
    if (id === null) return "wrong";
    await forgetTries(db, signInsOfOne.here, whoHere);
    await forgetTries(db, signInsOfOne.anywhere, who);
    return { id };
  });
}
