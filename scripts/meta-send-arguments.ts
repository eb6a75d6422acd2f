import { parseArgs } from "node:util";
import { z } from "zod";
import { MetaSendError } from "./meta-send-error";

export const metaSendUsage = `npm run meta:send -- --user ID [--deauthorize] [--twice] [--url ADDRESS] [--secret SECRET] [--data FOLDER]

  --user         the app-scoped user ID that Meta would name
  --deauthorize  says that the person removed the app, instead of asking for deletion
  --twice        calls again, as Meta may
  --url          the app's address (APP_URL, or the running demo's)
  --secret       the Meta app's secret (the first of META_APP_SECRETS, or the running demo's)
  --data         the running demo's data folder (.data)`;

const MetaSendArguments = z.object({
  user: z
    .string("--user is missing.")
    .regex(/^\S+$/, "--user must be an id, like 10229871502214401."),
  deauthorize: z.boolean().default(false),
  twice: z.boolean().default(false),
  url: z
    .url({ protocol: /^https?$/, error: "--url must be an address, like http://localhost:3000." })
    .optional(),
  secret: z.string().min(1, "--secret must not be empty.").optional(),
  data: z.string().min(1, "--data must not be empty.").default(".data"),
});
export type MetaSendArguments = z.infer<typeof MetaSendArguments>;

/** @throws {MetaSendError} for an unknown flag, or a value that is missing or no such thing. */
export function readMetaSendArguments(commandLine: readonly string[]): MetaSendArguments {
  const parsed = MetaSendArguments.safeParse(readFlags(commandLine));
  if (parsed.success) return parsed.data;

  const faults = parsed.error.issues.map(({ message }) => message).join("\n");
  throw new MetaSendError(`${faults}\n\n${metaSendUsage}`);
}

function readFlags(commandLine: readonly string[]) {
  const [text, flag] = [{ type: "string" } as const, { type: "boolean" } as const];
  const options = {
    user: text,
    deauthorize: flag,
    twice: flag,
    url: text,
    secret: text,
    data: text,
  };
  try {
    return parseArgs({ args: [...commandLine], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MetaSendError(`${reason}\n\n${metaSendUsage}`);
  }
}
