import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { answerMedia } from "@/app/(crm)/[workspace]/media/[attachment]/answer-media";
import { mediaAttachments, messages, storedObjects, workspaceKeys } from "@/db/schema";
import { sampleMediaOfType, seedDatabase } from "@/db/seed";
import { listMessages } from "@/lib/crm/list-messages";
import { openAttachment } from "@/lib/crm/open-attachment";
import { sweepFiles } from "@/lib/files";
import { expect, test } from "@/lib/testing/files-test";
import { seedKeys } from "../seed-keys";
import { fillFiles } from "./fill-files";

test("seeded messages carry real bytes: encrypted in the store, opened for their workspace, never cached", async ({
  db,
  sql,
  files,
  server,
  master,
}) => {
  const masterKey = Buffer.from(master.bytes).toString("base64");
  await seedDatabase(sql, { password: "correct horse", keys: seedKeys(masterKey), messages: 120 });
  const seeded = await db.select().from(storedObjects);

  expect(await fillFiles(files)).toBe(seeded.length);
  expect(await fillFiles(files)).toBe(0);
  // The sweep takes away what never arrived, and finds nothing to take.
  await sweepFiles(files);

  const attachments = await db
    .select({ attachment: mediaAttachments, conversationId: messages.conversationId })
    .from(mediaAttachments)
    .innerJoin(messages, eq(messages.id, mediaAttachments.messageId));
  expect(attachments).toHaveLength(seeded.length);
  for (const { attachment, conversationId } of attachments) {
    const { workspaceId, id, mimeType } = attachment;
    const bytes = sampleMediaOfType(mimeType, id);
    const opened = await openAttachment(files, { workspaceId, attachmentId: id });
    if (opened === null || bytes === null) throw new Error("A seeded file cannot be opened.");
    expect(bytes.equals(await buffer(opened.body))).toBe(true);
    expect(server.objects.read(attachment.objectKey)?.body?.includes(bytes.subarray(0, 64))).toBe(
      false,
    );
    const { messages: shown } = await listMessages(db, { workspaceId, conversationId });
    expect(shown.flatMap((message) => message.attachments)).toContainEqual(
      expect.objectContaining({ id, isStored: true }),
    );
  }

  const [one] = attachments.map(({ attachment }) => attachment);
  const other = seeded.find(({ workspaceId }) => workspaceId !== one?.workspaceId);
  const attachmentId = one?.id ?? "";
  const stranger = { workspaceId: other?.workspaceId ?? "", attachmentId };
  expect(await openAttachment(files, stranger)).toBeNull();

  const own = { workspaceId: one?.workspaceId ?? "", attachmentId };
  const opened = await openAttachment(files, own);
  if (opened === null) throw new Error("The file cannot be opened.");
  const answer = answerMedia({ ...opened, mimeType: "image/svg+xml", fileName: "a.svg" });
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.headers.get("content-type")).toBe("application/octet-stream");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="a.svg"/);
  expect((await answer.arrayBuffer()).byteLength).toBe(opened.sizeBytes);

  await db.delete(workspaceKeys).where(eq(workspaceKeys.workspaceId, own.workspaceId));
  expect(await openAttachment(files, own)).toBeNull();
});
