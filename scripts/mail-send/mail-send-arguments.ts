import { parseArgs } from "node:util";
import { z } from "zod";
import { MailSendError } from "./mail-send-error";

export const mailSendUsage = `npm run mail:send -- --from ADDRESS [--subject TEXT] [--text TEXT] [--header "Name: value"]... [--data FOLDER]

  --from     who writes, like "Ada <ada@example.test>"
  --subject  (Please delete my data)
  --text     what is written ("")
  --header   a header of the mail, like "Auto-Submitted: auto-replied"; can be given again
  --data     the running demo's data folder (.data)`;

const Header = z.string().regex(/^[\w-]+:/, '--header must be like "Name: value".');

const MailSendArguments = z.object({
  from: z.string("--from is missing.").includes("@", { error: "--from must be an address." }),
  subject: z.string().default("Please delete my data"),
  text: z.string().default(""),
  header: z.array(Header).default([]),
  data: z.string().min(1, "--data must not be empty.").default(".data"),
});
export type MailSendArguments = z.infer<typeof MailSendArguments>;

/** @throws {MailSendError} for an unknown flag, or a value that is missing or no such thing. */
export function readMailSendArguments(commandLine: readonly string[]): MailSendArguments {
  const parsed = MailSendArguments.safeParse(readFlags(commandLine));
  if (parsed.success) return parsed.data;

  const faults = parsed.error.issues.map(({ message }) => message).join("\n");
  throw new MailSendError(`${faults}\n\n${mailSendUsage}`);
}

function readFlags(commandLine: readonly string[]) {
  const text = { type: "string" } as const;
  const options = {
    from: text,
    subject: text,
    text,
    header: { type: "string", multiple: true } as const,
    data: text,
  };
  try {
    return parseArgs({ args: [...commandLine], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MailSendError(`${reason}\n\n${mailSendUsage}`);
  }
}
