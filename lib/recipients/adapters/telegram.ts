import { z } from "zod";
import { connectionsOf } from "../connections";
import type { Answer } from "../http/answer";
import { alreadyGone, done, type Outcome, outcomeOf } from "../outcome";
import type { Recipient } from "../recipient";
import { tokenOf } from "../token-of";

/** https://core.telegram.org/bots/api#making-requests: an error has a code and may ask to wait. */
const Refusal = z.object({
  ok: z.literal(false),
  error_code: z.int(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});
const Success = z.object({ ok: z.literal(true), result: z.literal(true) });

/** Telegram: the bot's webhook goes, and with it the updates that wait for it (Bot API). */
export function telegram(baseUrl: string): Recipient {
  return {
    name: "telegram",
    async *plan(scope) {
      for (const connection of await connectionsOf(scope, ["telegram"])) {
        const secret = await tokenOf(scope, connection);
        const chain = connection.id;
        // The bot is named by its token alone.
        yield {
          act: "delete_webhook",
          chain,
          group: chain,
          stage: 0,
          targets: ["webhook"],
          secret,
        };
      }
    },
    acts: {
      delete_webhook: async (http, { token = "" }) => {
        const url = new URL(`${baseUrl}/bot${encodeURIComponent(token)}/deleteWebhook`);
        return telegramOutcome(
          await http({ method: "POST", url, json: { drop_pending_updates: true } }),
        );
      },
    },
  };
}

function telegramOutcome(answer: Answer): Outcome {
  if (!answer.isAnswer) return outcomeOf(answer);
  const refusal = Refusal.safeParse(answer.body);
  if (refusal.success) {
    const { error_code: code, parameters } = refusal.data;
    if (code === 401) return alreadyGone;
    return code === 429 || code >= 500
      ? {
          kind: "retry",
          code: `telegram_${code}`,
          afterSeconds: parameters?.retry_after ?? answer.retryAfterSeconds,
        }
      : { kind: "failed", code: `telegram_${code}` };
  }
  if (answer.status < 300 && Success.safeParse(answer.body).success) return done;
  return outcomeOf(answer);
}
