import { readMetaSendArguments } from "./meta-send-arguments";
import { sendMetaCallback } from "./meta-send-callback";
import { MetaSendError } from "./meta-send-error";
import { findMetaSendTarget } from "./meta-send-target";

/** `npm run meta:send`: plays Meta against a running app, and prints what the app answers. */
async function metaSend(): Promise<void> {
  const args = readMetaSendArguments(process.argv.slice(2));
  const target = await findMetaSendTarget(args, process.env);
  const path = args.deauthorize ? "/api/meta/deauthorize" : "/api/meta/data-deletion";

  for (let call = 0; call < (args.twice ? 2 : 1); call++) {
    const { status, body } = await sendMetaCallback(target, { path, user: args.user });
    console.log(`POST ${new URL(path, target.appUrl)} answered ${status}`);
    if (body !== "") console.log(indented(body));
    if (status !== 200) process.exitCode = 1;
  }
}

/** JSON spread over lines; anything else as it came. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function explain(error: unknown): void {
  process.exitCode = 1;
  console.error(error instanceof MetaSendError ? error.message : error);
}

await metaSend().catch(explain);
