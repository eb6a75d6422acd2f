import { z } from "zod";
import type { Answer } from "../http/answer";
import type { Http } from "../http/create-http";
import { alreadyGone, done, type Outcome, outcomeOf } from "../outcome";

const Success = z.union([z.literal(true), z.object({ success: z.literal(true) })]);

const GraphError = z.object({
  error: z.object({
    code: z.int(),
    is_transient: z.boolean().optional(),
  }),
});

/** Limits of an app, a user, a page or a business account, and faults that Meta says will pass. */
const passing = [1, 2, 4, 17, 32, 341, 613, 80007, 130429, 131056, 133016];

/** Registering and deregistering a number is counted over 72 hours. */
const tooManyRegistrations = 133016;
const hourSeconds = 3_600;

const noSuchObject = 803;
/** The token is dead: the login was taken back, or the app removed. */
const tokenRevoked = 190;

type GraphCall = {
  method: "DELETE" | "POST";
  token: string;
  /** Parts of the path, and what follows it. */
  path: readonly string[];
  query?: Readonly<Record<string, string>>;
};

/** Calls the Graph API with the token where no log of an address can show it. */
export async function callGraph(
  http: Http,
  baseUrl: string,
  { method, token, path, query = {} }: GraphCall,
): Promise<Answer> {
  const url = new URL(`${baseUrl}/${path.map(encodeURIComponent).join("/")}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return await http({ method, url, headers: { Authorization: `Bearer ${token}` } });
}

/**
 * What an answer of the Graph API means. An error may come with any status, 200 included.
 *
 * @param goneCodes error codes that mean for this act that there is nothing left to do.
 */
export function graphOutcome(answer: Answer, goneCodes: readonly number[]): Outcome {
  if (!answer.isAnswer) return outcomeOf(answer);
  const failed = GraphError.safeParse(answer.body);
  if (failed.success) return errorOutcome(answer, failed.data.error, goneCodes);
  if (answer.status < 300 && Success.safeParse(answer.body).success) return done;
  return outcomeOf(answer);
}

function errorOutcome(
  { status, retryAfterSeconds }: Extract<Answer, { isAnswer: true }>,
  { code, is_transient: isTransient }: z.infer<typeof GraphError>["error"],
  goneCodes: readonly number[],
): Outcome {
  if (goneCodes.includes(code)) return alreadyGone;
  if (status === 404 || code === noSuchObject) return alreadyGone;
  if (passing.includes(code) || isTransient || status === 429 || status >= 500) {
    const atLeast = code === tooManyRegistrations ? hourSeconds : null;
    return {
      kind: "retry",
      code: `meta_${code}`,
      afterSeconds: retryAfterSeconds ?? atLeast,
    };
  }
  return {
    kind: "failed",
    code: code === tokenRevoked ? "access_revoked" : `meta_${code}`,
  };
}

/** Webhooks and permissions end with the token that they were given to. */
export const goneWithToken = [tokenRevoked];

/** Deregistering: the number is not registered. */
export const goneUnregistered = [100];
