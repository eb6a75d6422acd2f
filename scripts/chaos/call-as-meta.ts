import { setTimeout as pause } from "node:timers/promises";
import { POST } from "@/app/api/meta/data-deletion/route";
import { createSignedRequest } from "@/lib/meta";
import { metaSecret } from "../site/site";

/** What the app said to a callback. */
export type Told = { status: number; retryAfter: string | null; code: string | undefined };

/** Calls the app's own route back about a person, once. */
export async function callAsMeta(userId: string): Promise<Told> {
  const signed = createSignedRequest({ userId, issuedAt: new Date() }, metaSecret);
  const response = await POST(
    new Request("https://app.example.test/api/meta/data-deletion", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ signed_request: signed }).toString(),
    }),
  );
  const answer: { confirmation_code?: string } = await response.json();
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    code: answer.confirmation_code,
  };
}

/** Again and again, as Meta does, until it is told where to look. @returns all that it was told. */
export async function callUntilTold(userId: string): Promise<Told[]> {
  const told: Told[] = [];
  for (;;) {
    const one = await callAsMeta(userId);
    told.push(one);
    if (one.status === 200) return told;
    await pause(100);
  }
}
