import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { RequestState } from "@/lib/erasure/status";
import { deskMessages } from "../messages/desk-messages";
import { StateBadge } from "../state-badge";
import { Specimen } from "./specimen";

const tones: readonly Tone[] = ["neutral", "accent", "success", "warning", "danger"];
const states = Object.keys(deskMessages.states) as RequestState[];

/** What says something: badges, callouts, links and times. */
export function WordsSpecimens({ now }: { now: Date }) {
  return (
    <>
      <Specimen name="Request states">
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </Specimen>
      <Specimen name="Badges">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </Specimen>
      <Specimen name="Callouts">
        {tones.map((tone) => (
          <Callout key={tone} tone={tone} title="What happened" className="w-full">
            What it means, and what to do next.
          </Callout>
        ))}
      </Specimen>
      <Specimen name="Links and times">
        <TextLink href="/operator">A link beside text</TextLink>
        <DateTime value={now} />
        <DateTime value={now} precision="minute" />
        <bdi dir="rtl" lang="ar">
          نص من اليمين
        </bdi>
      </Specimen>
    </>
  );
}
