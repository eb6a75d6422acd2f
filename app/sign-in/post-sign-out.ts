"use server";

import { redirect } from "next/navigation";
import { signOut } from "@/lib/auth";
import { safeNextPath } from "@/lib/crm/safe-next-path";
import { formIn } from "@/lib/form-in";

/** Signs out who has no script, and goes on to the form's `next` where that is a path of ours. */
export async function postSignOut(given: FormData): Promise<void> {
  const next = safeNextPath(formIn(given).get("next"));
  await signOut();
  redirect(next);
}
