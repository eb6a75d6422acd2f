"use server";

import { notFound, redirect } from "next/navigation";
import { currentUser } from "@/lib/auth";
import { userMay } from "@/lib/authorization/user-may";
import { ErasureError } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { formIn } from "@/lib/form-in";
import { settleInbound } from "@/lib/inbound";
import { SettleInbound } from "@/lib/inbound/schemas";
import { safely } from "@/lib/safely";

/** Records what an operator did about a mail. Whoever else calls it finds that it is not there. */
export async function settleMail(given: FormData): Promise<void> {
  const form = formIn(given);
  const user = await currentUser();
  if (!userMay("settle_inbound_mail", user)) notFound();
  const parsed = SettleInbound.safeParse(Object.fromEntries(form));
  if (!parsed.success) notFound();

  try {
    await safely("settle-mail", () =>
      settleInbound(erasureContext({ type: "operator", userId: user.id }), parsed.data),
    );
  } catch (error) {
    if (!(error instanceof ErasureError)) throw error;
    redirect(`/operator/inbound/${parsed.data.inboundMailId}?refused`);
  }
  redirect("/operator/inbound");
}
