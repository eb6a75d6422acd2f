"use server";

import { z } from "zod";
import { accountAction } from "@/lib/account-action";
import { env } from "@/lib/env";
import { previewErasure } from "@/lib/erasure";
import { policyProfile } from "@/lib/policy/policy-profile";
import { previewInWords } from "../preview-in-words";
import { accountContext } from "./account-context";

/** Counts what deleting the account of whoever is signed in would take and leave. Changes nothing. */
export const previewAccountDeletion = accountAction(z.strictObject({}), async ({ id: userId }) => {
  const preview = await previewErasure(accountContext(), { kind: "account", userId });
  return previewInWords(preview, policyProfile(env().POLICY_PROFILE));
});
