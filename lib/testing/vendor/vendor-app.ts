import { and, desc, eq, lte } from "drizzle-orm";
import { erasureMap, subjectKinds } from "@/db/erasure-map";
import { erasureMails, erasureRequests } from "@/db/schema";
import { advanceRun } from "@/lib/erasure/advance-run";
import type { Actor, Db, ErasureContext } from "@/lib/erasure/context";
import { openFormRequest } from "@/lib/erasure/open-form-request";
import type { DeletionRequest } from "@/lib/erasure/schemas";
import { openSealedRequest } from "@/lib/erasure/sealed-request";
import { verifyRequest } from "@/lib/erasure/verify-request";
import type { OutgoingMail } from "@/lib/mail/mailer";
import { sendMail } from "@/lib/mail/send-mail";
import { erasureRules } from "@/lib/policy/erasure-rules";
import { policyStatement } from "@/lib/policy/policy-statement";
import type { PolicyProfile } from "@/lib/policy/profile";
import type { TestClock } from "../erasure-test";
import { policyPageText } from "./policy-page-text";

export type FormAnswers = Omit<DeletionRequest, "statement">;
export type StoredRequest = typeof erasureRequests.$inferSelect;

/** The domain, the mails and the page as they are under one vendor's profile. */
export type VendorApp = {
  profile: PolicyProfile;
  db: Db;
  clock: TestClock;
  /** What a reader of the policy page reads. */
  page: string;
  as(actor: Actor): ErasureContext;
  /** Fills the form in and, after a pause, follows the mailed link. */
  ask(request: FormAnswers, pauseMilliseconds?: number): Promise<StoredRequest>;
  newestRequest(): Promise<StoredRequest>;
  /** Carries a scheduled request out, from its start to its end, at the present time. */
  carryOut(request: StoredRequest): Promise<StoredRequest>;
  /** Sends every mail that is due and returns what left. */
  deliverMails(): Promise<OutgoingMail[]>;
};

type Given = {
  db: Db;
  clock: TestClock;
  as: (actor: Actor) => ErasureContext;
  profile: PolicyProfile;
};

/** Real database, real keys, real queue: everything but the web server and the mail provider. */
export function openVendorApp({ db, clock, as: asDefault, profile }: Given): VendorApp {
  const rules = erasureRules(profile);
  const as = (actor: Actor): ErasureContext => ({ ...asDefault(actor), rules });

  async function newestRequest(): Promise<StoredRequest> {
    const [request] = await db
      .select()
      .from(erasureRequests)
      .orderBy(desc(erasureRequests.id))
      .limit(1);
    if (request === undefined) throw new Error("Nobody has asked yet.");
    return request;
  }

  async function ask(request: FormAnswers, pauseMilliseconds = 0): Promise<StoredRequest> {
    const ctx = as({ type: "requester" });
    await openFormRequest(ctx, { ...request, statement: true }, "en");
    clock.advance(pauseMilliseconds);
    const { id, sealed } = await newestRequest();
    const { verificationToken } = await openSealedRequest(ctx.vault, id, sealed);
    await verifyRequest(ctx, verificationToken ?? "");
    return await newestRequest();
  }

  async function carryOut({ id }: StoredRequest): Promise<StoredRequest> {
    while ((await advanceRun(as({ type: "system" }), id)) === "again");
    return await newestRequest();
  }

  async function deliverMails(): Promise<OutgoingMail[]> {
    const left: OutgoingMail[] = [];
    const mailer = {
      async send(mail: OutgoingMail) {
        left.push(mail);
        return { ok: true, providerId: mail.id } as const;
      },
    };
    const due = await db
      .select({ id: erasureMails.id })
      .from(erasureMails)
      .where(and(eq(erasureMails.state, "queued"), lte(erasureMails.queuedAt, clock.now())))
      .orderBy(erasureMails.id);
    const { vault } = as({ type: "system" });
    for (const { id } of due) {
      await sendMail({ db, now: clock.now, vault, mailer, appUrl: profile.company.website }, id);
    }
    return left;
  }

  const page = policyPageText(profile, policyStatement(profile, erasureMap, subjectKinds));
  return { profile, db, clock, page, as, ask, newestRequest, carryOut, deliverMails };
}
