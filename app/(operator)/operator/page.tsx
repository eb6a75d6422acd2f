import type { Metadata } from "next";
import { DeskPage } from "@/components/operator/desk-page";
import { overviewMessages } from "@/components/operator/messages/overview-messages";
import { Backlog } from "@/components/operator/overview/backlog";
import { LateRequests } from "@/components/operator/overview/late-requests";
import { ReceivedPerWeek } from "@/components/operator/overview/received-per-week";
import { Tiles } from "@/components/operator/overview/tiles";
import { TimeToAcknowledge } from "@/components/operator/overview/time-to-acknowledge";
import { TimeToComplete } from "@/components/operator/overview/time-to-complete";
import { readOverview } from "@/lib/erasure";
import { safely } from "@/lib/safely";
import { deskContext } from "./desk-context";

export const metadata: Metadata = { title: overviewMessages.title };

/** How the desk is doing: what came in, how long it took against the promise, and what waits. */
export default async function OverviewPage() {
  const ctx = await deskContext("/operator");
  const overview = await safely("/operator", () => readOverview(ctx));
  const { received, acknowledged, completed, promise, counts, late } = overview;

  return (
    <DeskPage title={overviewMessages.title} lead={overviewMessages.lead}>
      <Tiles counts={counts} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
        <ReceivedPerWeek weeks={received} />
        <Backlog counts={counts} />
        <TimeToAcknowledge weeks={acknowledged} promisedHours={promise.acknowledgeHours} />
        <TimeToComplete weeks={completed} promisedDays={promise.completeDays} />
      </div>
      <LateRequests late={late} now={ctx.now()} />
    </DeskPage>
  );
}
