import type { Metadata } from "next";
import { DeskPage } from "@/components/operator/desk-page";
import { HoldsTable } from "@/components/operator/holds/holds-table";
import { PlaceHoldAct } from "@/components/operator/holds/place-hold-act";
import { holdMessages } from "@/components/operator/messages/hold-messages";
import { TabLinks } from "@/components/operator/tab-links";
import { listHolds } from "@/lib/erasure";
import { HoldsView } from "@/lib/erasure/desk/schemas";
import { safely } from "@/lib/safely";
import { confirmPassword } from "../confirm-password";
import { dataWords, heldDataWords } from "../data-words";
import { deskContext } from "../desk-context";
import { place } from "./place";
import { release } from "./release";

export const metadata: Metadata = { title: holdMessages.title };

type HoldsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The legal holds: those that stand, with what they stop, and those that have ended. */
export default async function HoldsPage({ searchParams }: HoldsPageProps) {
  const ctx = await deskContext("/operator/holds");
  const { view } = HoldsView.parse(await searchParams);
  const holds = await safely("/operator/holds", () => listHolds(ctx, view));

  return (
    <DeskPage
      title={holdMessages.title}
      lead={holdMessages.lead}
      actions={
        <PlaceHoldAct
          categories={heldDataWords()}
          place={place}
          confirmPassword={confirmPassword}
        />
      }
    >
      <TabLinks
        label={holdMessages.viewsLabel}
        current={view}
        tabs={[
          { key: "standing", title: holdMessages.views.standing, href: "/operator/holds" },
          { key: "ended", title: holdMessages.views.ended, href: "/operator/holds?view=ended" },
        ]}
      />
      <HoldsTable
        holds={holds}
        view={view}
        categories={dataWords()}
        release={release}
        confirmPassword={confirmPassword}
      />
    </DeskPage>
  );
}
