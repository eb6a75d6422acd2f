import { expect } from "vitest";
import { listProofs, refuseRequest } from "@/lib/erasure";
import { openObject } from "@/lib/files";
import { sweepFiles } from "@/lib/files/sweep-files";
import { readProof, storeProof } from "@/lib/proofs";
import type { Check } from "../promise-row";
import { withStore } from "../with-store";

const deed = "%PDF-1.7\n1 0 obj\n<</Title (deed)>>\nendobj\n";

/**
 * A representative's file lies encrypted with the request and opens for staff, and when the request has
 * ended its bytes are gone. A picture of another's name that is none is not taken.
 */
export const takesProof: Check = async (app) => {
  await withStore(app, async (files, server) => {
    const asked = async (email: string) =>
      await app.ask({ email, requester: "representative", concern: "account" });
    const [mine, other] = [await asked("lawyer@example.test"), await asked("agent@example.test")];
    expect(await readProof(new File(["<html>"], "deed.pdf"))).toMatchObject({ ok: false });
    for (const { id } of [mine, other]) {
      const read = await readProof(new File([deed], "deed.pdf"));
      if (!read.ok || read.proof === null) expect.unreachable("The file was not taken.");
      expect(await storeProof(files, id, read.proof)).toBe(true);
    }
    const staff = app.as({ type: "operator", userId: "00000000-0000-7000-8000-000000000001" });
    const textOf = async (requestId: string) => {
      const [proof] = await listProofs(staff, requestId);
      const opened = await openObject(files, { requestId, id: proof?.id ?? "" });
      return opened && Buffer.concat(await opened.body.toArray()).toString();
    };
    expect(await textOf(mine.id)).toBe(deed);
    for (const [, versions] of server.objects.under("requests/")) {
      for (const { body } of versions) expect(body?.includes("deed")).toBe(false);
    }

    await refuseRequest(staff, { requestId: mine.id, reason: "not_authorised" });
    await sweepFiles(files);
    expect(await listProofs(staff, mine.id)).toEqual([]);
    expect([...server.objects.under(`requests/${mine.id}/`)]).toEqual([]);
    expect(await textOf(other.id)).toBe(deed);
  });
};
