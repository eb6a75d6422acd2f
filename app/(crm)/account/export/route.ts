import { finished } from "node:stream/promises";
import { problem } from "@/app/api/problem";
import { currentUser } from "@/lib/auth";
import { exportAccount } from "@/lib/exports/export-account";
import { log } from "@/lib/log";
import { safely } from "@/lib/safely";
import { zipAnswer } from "../../zip-answer";
import { accountContext } from "../account-context";

export const dynamic = "force-dynamic";

/** What is stored about whoever is signed in, as a zip that is made while they download it. */
export async function GET(): Promise<Response> {
  const user = await currentUser();
  if (user === null) return problem(401, "not_authorised", "Sign in first.");

  return await safely("/account/export", async () => {
    const begun = Promise.withResolvers<Response>();
    exportAccount(accountContext(), user.id, async (zip) => {
      begun.resolve(zipAnswer(zip, "account.zip"));
      await finished(zip);
    }).then(
      (isDone) => {
        if (!isDone) begun.resolve(problem(429, "too_many", "Try again in an hour."));
      },
      (error: unknown) => {
        begun.reject(error);
        log.warn("A download of an account's export ended early.", { error });
      },
    );
    return await begun.promise;
  });
}
