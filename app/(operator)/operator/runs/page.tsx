import type { Metadata } from "next";
import { DeskPage } from "@/components/operator/desk-page";
import { runMessages } from "@/components/operator/messages/run-messages";
import { KeepsUp } from "@/components/operator/runs/keeps-up";
import { RunList } from "@/components/operator/runs/run-list";
import { RunsControls } from "@/components/operator/runs/runs-controls";
import { Callout } from "@/components/ui/callout";
import { readRuns } from "@/lib/erasure";
import { safely } from "@/lib/safely";
import { confirmPassword } from "../confirm-password";
import { deskContext } from "../desk-context";
import { pause } from "./pause";
import { resume } from "./resume";

export const metadata: Metadata = { title: runMessages.title };

/** What is being deleted at this moment, what failed, and the switch that stops it all. */
export default async function RunsPage() {
  const ctx = await deskContext("/operator/runs");
  const { failed, held, underWay, ended, ...controls } = await safely("/operator/runs", () =>
    readRuns(ctx),
  );
  const now = ctx.now();

  return (
    <DeskPage title={runMessages.title} lead={runMessages.lead}>
      <RunsControls
        controls={controls}
        pause={pause}
        resume={resume}
        confirmPassword={confirmPassword}
      />
      {failed.length > 0 && (
        <RunList title={runMessages.failed} runs={failed} now={now}>
          <Callout tone="danger">{runMessages.failedText}</Callout>
        </RunList>
      )}
      <RunList title={runMessages.underWay} runs={underWay} now={now} empty={runMessages.none} />
      {held.length > 0 && <RunList title={runMessages.held} runs={held} now={now} />}
      {ended.length > 0 && <RunList title={runMessages.ended} runs={ended} now={now} />}
      {underWay.length > 0 && <KeepsUp />}
    </DeskPage>
  );
}
