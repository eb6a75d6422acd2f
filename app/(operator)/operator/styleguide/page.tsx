import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/operator/desk-page";
import { AccountSpecimens } from "@/components/operator/styleguide/account-specimens";
import { ControlSpecimens } from "@/components/operator/styleguide/control-specimens";
import { CrmSpecimens } from "@/components/operator/styleguide/crm-specimens";
import { DialogSpecimens } from "@/components/operator/styleguide/dialog-specimens";
import { ErasureSpecimens } from "@/components/operator/styleguide/erasure-specimens";
import { MatterSpecimens } from "@/components/operator/styleguide/matter-specimens";
import { WordsSpecimens } from "@/components/operator/styleguide/words-specimens";
import { requireOperator } from "@/lib/auth/require-operator";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Style page" };

/** Every component in every state, for those who build pages; in development and the demo only. */
export default async function StyleguidePage() {
  await requireOperator("/operator/styleguide");
  if (env().STYLEGUIDE === undefined) notFound();
  const now = new Date();

  return (
    <DeskPage title="Style page" lead="Every component in every state.">
      <WordsSpecimens now={now} />
      <ControlSpecimens />
      <DialogSpecimens />
      <MatterSpecimens now={now} />
      <ErasureSpecimens now={now} />
      <AccountSpecimens now={now} />
      <CrmSpecimens now={now} />
    </DeskPage>
  );
}
