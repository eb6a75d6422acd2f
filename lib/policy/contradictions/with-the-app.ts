import { builtChannels, channelNames } from "../offered";
import type { PolicyProfile } from "../profile";
import type { Contradiction } from "./contradiction";

/** What this app cannot do, so that nobody may promise it. */
export function contradictionsWithApp({ channels, languages }: PolicyProfile): Contradiction[] {
  return [
    ...channels
      .filter((channel) => !builtChannels.includes(channel))
      .map(
        (channel): Contradiction => ({
          code: "not_built",
          sentence: `It offers ${channelNames[channel]}, which this app does not have yet.`,
        }),
      ),
    ...(languages.length > 0
      ? []
      : [{ code: "not_written", sentence: "It names no language at all." } as const]),
  ];
}
