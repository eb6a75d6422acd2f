import { createHash, randomBytes, randomInt } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const codeLength = 20;

/** The public receipt for a request: 20 letters and digits, 119 bits, every character as likely. */
export function newConfirmationCode(): string {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** A mail secret of 256 bits, and the only form in which it is stored in the clear. */
export function newToken(): { token: string; digest: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, digest: digestToken(token) };
}

/** No salt or stretching: the secret is random and as long as the digest. */
export function digestToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
