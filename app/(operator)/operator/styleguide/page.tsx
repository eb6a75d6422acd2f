import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/operator/desk-page";
import { ControlSpecimens } from "@/components/operator/styleguide/control-specimens";
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
      <MatterSpecimens now={now} />
    </DeskPage>
  );
}
