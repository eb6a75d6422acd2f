import { factsFile, readDemoFacts } from "./demo/demo-facts";
import type { MetaSendArguments } from "./meta-send-arguments";
import { MetaSendError } from "./meta-send-error";

type Environment = Readonly<Record<string, string | undefined>>;

/** Which app to call, and the secret it shares with Meta. */
export type MetaSendTarget = { appUrl: string; secret: string };

/**
 * Takes each from the command line, or else the environment, or else the running demo.
 *
 * @throws {MetaSendError} when none of them says it.
 */
export async function findMetaSendTarget(
  { url, secret, data }: MetaSendArguments,
  environment: Environment,
): Promise<MetaSendTarget> {
  const given = {
    appUrl: url ?? (environment.APP_URL || undefined),
    secret: secret ?? (environment.META_APP_SECRETS?.split(",")[0]?.trim() || undefined),
  };
  if (given.appUrl !== undefined && given.secret !== undefined) {
    return { appUrl: given.appUrl, secret: given.secret };
  }

  const facts = await readDemoFacts(data).catch((error: unknown) => {
    throw new MetaSendError(
      `No demo has left its address and secret in ${factsFile(data)}. Start one with npm run demo, or give --url and --secret.`,
      { cause: error },
    );
  });
  const [newest] = facts.metaAppSecrets;
  const found = given.secret ?? newest;
  if (found === undefined) throw new MetaSendError("The demo knows no Meta secret: give --secret.");

  return { appUrl: given.appUrl ?? facts.appUrl, secret: found };
}
