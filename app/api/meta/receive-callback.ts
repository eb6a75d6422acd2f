import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { readFormBody, readSignedRequest, type SignedRequestFault } from "@/lib/meta";
import { safely } from "@/lib/safely";
import { answering } from "../answering";
import { bodyRefusals } from "../body-refusals";
import { refused } from "../refused";

type Act = (user: { metaUserId: string }) => Promise<Response>;

const faults: Record<SignedRequestFault, string> = {
  missing: "The form field signed_request is missing or empty.",
  malformed: "signed_request is not two base64url parts with a dot between them.",
  signature_mismatch: "signed_request was signed with none of this app's secrets.",
  payload_malformed: "What was signed is not a JSON object.",
  algorithm_unsupported: "What was signed does not name the algorithm HMAC-SHA256.",
  user_id_missing: "What was signed does not name a user.",
};

/**
 * Authenticates one of Meta's callbacks and hands its user on; everything else is refused here.
 *
 * Replay. Nothing in a signed request names the address it is for, so what keeps two products
 * apart is the secret: these addresses accept `META_APP_SECRETS` alone, the secrets of the one app
 * whose login this platform offers, never the WhatsApp app's. Another product (Instagram, Threads)
 * has an app id, secrets and user ids of its own: give it addresses and a variable of its own, and
 * do not add its secrets to this list.
 *
 * Between the addresses of the one app nothing can be told apart: whoever has got hold of a signed
 * request (of a deauthorization, or of a browser's login) can post it here, and open a deletion that
 * the person did not ask for. No age limit narrows that: Meta documents none and delivers late, and
 * a deletion that is refused is the greater harm. Both verbs may be repeated.
 */
export const receiveCallback = answering(async (request, act: Act) => {
  const route = new URL(request.url).pathname;
  const read = await readFormBody(request);
  if (!read.ok) {
    return await refused(request, { route, code: read.code, ...bodyRefusals[read.code] });
  }

  const signed = readSignedRequest(read.form.get("signed_request"), env().META_APP_SECRETS);
  if (!signed.ok) {
    const { code } = signed;
    return await refused(request, { route, code, status: 400, title: faults[code] });
  }

  // Tells when an old secret can be taken off the list.
  log.info("A Meta callback was received", { route, code: `secret_${signed.secretIndex}` });
  return await safely(route, () => act({ metaUserId: signed.userId }));
});
