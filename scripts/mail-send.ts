import { factsFile, readDemoFacts } from "./demo/demo-facts";
import { readMailSendArguments } from "./mail-send/mail-send-arguments";
import { MailSendError } from "./mail-send/mail-send-error";
import { sendToDemo } from "./mail-send/send-to-demo";

/** `npm run mail:send`: writes a mail to the running demo, as anybody could. */
async function mailSend(): Promise<void> {
  const { data, header, from, subject, text } = readMailSendArguments(process.argv.slice(2));
  const facts = await readDemoFacts(data).catch((error: unknown) => {
    throw new MailSendError(`No demo has left its address in ${factsFile(data)}.`, {
      cause: error,
    });
  });
  const headers = Object.fromEntries(header.map(nameAndValue));
  const to = ["privacy@lethe.test"];
  const { status } = await sendToDemo(facts, { from, to, subject, text, headers });
  console.log(`The app was told of the mail, and answered ${status}.`);
  if (status !== 200) process.exitCode = 1;
}

function nameAndValue(header: string): [string, string] {
  const colon = header.indexOf(":");
  return [header.slice(0, colon), header.slice(colon + 1).trim()];
}

function explain(error: unknown): void {
  process.exitCode = 1;
  console.error(error instanceof MailSendError ? error.message : error);
}

await mailSend().catch(explain);
