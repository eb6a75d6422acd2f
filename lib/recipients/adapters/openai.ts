import { z } from "zod";
import type { Recipient } from "../recipient";
import { fileOutcome, plannedFiles } from "./files";

/** OpenAI: files that were given to it (Files API). @param apiKey the platform's own. */
export function openai(baseUrl: string, apiKey: string | undefined): Recipient {
  return {
    name: "openai",
    plan: (scope) => plannedFiles(scope, "openai", apiKey),
    acts: {
      delete_file: async (http, { apiKey = "" }, id) => {
        const answer = await http({
          method: "DELETE",
          url: new URL(`${baseUrl}/v1/files/${encodeURIComponent(id)}`),
          headers: { Authorization: `Bearer ${apiKey}` },
        });
        return fileOutcome(answer, z.object({ id: z.literal(id), deleted: z.literal(true) }));
      },
    },
  };
}
