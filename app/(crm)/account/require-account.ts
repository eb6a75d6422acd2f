import { cache } from "react";
import { readAccount } from "@/lib/account/read-account";
import { requireUser } from "@/lib/auth";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";

/** Whoever is signed in, with what their own page shows of them. */
export const requireAccount = cache(async () => {
  const user = await requireUser("/account");
  const account = await safely("/account", () => readAccount(database().db, user.id));
  // Gone between the two questions: the next one finds no session.
  if (account === null) throw new Error("The account is gone.");

  return { user, account };
});
