"use server";

import { UpdateProfile } from "@/lib/account/schemas";
import { updateProfile as update } from "@/lib/account/update-profile";
import { accountAction } from "@/lib/account-action";
import { database } from "@/lib/database";

/** Changes the name and the language of whoever is signed in. */
export const updateProfile = accountAction(UpdateProfile, async ({ id: userId }, input) => {
  await update(database(), { userId, ...input });
});
