"use server";

import { redirect } from "next/navigation";
import { verifyRequest } from "@/lib/erasure";
import { VerificationToken } from "@/lib/erasure/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { safely } from "@/lib/safely";

/** Spends the link. Whoever holds it may: the token is the proof. */
export async function verifyDeletion(form: FormData): Promise<void> {
  const token = VerificationToken.safeParse(form.get("token"));
  if (!token.success) redirect("/data-deletion/verify");

  const outcome = await safely("verify-deletion", () =>
    verifyRequest(erasureContext({ type: "requester" }), token.data),
  );
  if (outcome.state === "verified" || outcome.state === "used") {
    redirect(`/data-deletion/status/${outcome.confirmationCode}`);
  }
  // Read again, the link says by itself what is wrong with it.
  redirect(`/data-deletion/verify?token=${token.data}`);
}
