import { ReceiptCommandError } from "./receipt/receipt-command-error";
import { verifyCommand } from "./receipt/verify-command";

/** `npm run receipt:verify -- FILE`: says whether a receipt is what its issuer signed. */
async function verify(): Promise<void> {
  const isValid = await verifyCommand(process.argv.slice(2), console.log);
  if (!isValid) process.exitCode = 1;
}

function explain(error: unknown): void {
  process.exitCode = 2;
  console.error(error instanceof ReceiptCommandError ? error.message : error);
}

await verify().catch(explain);
