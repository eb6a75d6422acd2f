import type { Obstacle } from "@/components/erasure/request/request-form-state";
import { trapName } from "@/components/erasure/request/trap-name";
import { challengeSettings } from "@/lib/challenge/challenge-settings";
import { challengeField } from "@/lib/challenge/schemas";
import { verifyChallenge } from "@/lib/challenge/verify-challenge";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { clientLimits, formsKept, formsOfAll } from "@/lib/rate-limits/client-limits";
import { countClientTry } from "@/lib/rate-limits/client-tries";
import { countTry } from "@/lib/rate-limits/count-try";
import { scaledLimit } from "@/lib/rate-limits/scaled-limit";

/**
 * Why a form without a fault is not taken just now, if it is not. Each that is taken may bring a mail:
 * neither one client nor all together use up what we may send.
 */
export async function obstacleTo(form: FormData, headers: Headers): Promise<Obstacle | null> {
  if (form.get(trapName)) return "machine";
  if ((await countClientTry(clientLimits.form, headers)) !== null) return "too_many";
  if (!(await isChallengeMet(form))) return "unchallenged";

  const { db } = database();
  if (await countTry(db, scaledLimit(formsOfAll), "all")) return null;
  if ((await countClientTry(formsKept.each, headers)) !== null) return "too_many";
  return (await countTry(db, scaledLimit(formsKept.all), "all")) ? null : "too_many";
}

/** It is, where none is asked for. */
async function isChallengeMet(form: FormData): Promise<boolean> {
  const settings = challengeSettings(env());
  if (settings === null) return true;
  const { hostname } = new URL(env().APP_URL);
  return await verifyChallenge(settings, { answer: form.get(challengeField), hostname });
}
