import { z } from "zod";
import type { Recipient } from "../recipient";
import { fileOutcome, plannedFiles } from "./files";

/** Anthropic: files that were given to it (Files API, in beta). @param apiKey the platform's own. */
export function anthropic(baseUrl: string, apiKey: string | undefined): Recipient {
  return {
    name: "anthropic",
    plan: (scope) => plannedFiles(scope, "anthropic", apiKey),
    acts: {
      delete_file: async (http, { apiKey = "" }, id) => {
        const answer = await http({
          method: "DELETE",
          url: new URL(`${baseUrl}/v1/files/${encodeURIComponent(id)}`),
          headers: {
            "x-api-key": apiKey,
            "anthropic-version": "2023-06-01",
            "anthropic-beta": "files-api-2025-04-14",
          },
        });
        const Deleted = z.object({ id: z.literal(id), type: z.literal("file_deleted") });
        return fileOutcome(answer, Deleted);
      },
    },
  };
}
