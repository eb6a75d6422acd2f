import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { contactsMessages } from "@/components/contacts/messages/contacts-messages";
import { importMessages } from "@/components/contacts/messages/import-messages";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { exportMessages } from "@/components/exports/messages/export-messages";
import { fillMessage } from "@/components/ui/fill-message";
import { contacts, memberships, workspaceExports } from "@/db/schema";
import { sampleMediaOfType } from "@/db/seed";
import { importLimits } from "@/lib/contacts/schemas";
import { mails } from "@/messages/en/mails";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { linkIn } from "./fixtures/inbox";
import { expect, test } from "./fixtures/test";
import { unzip } from "./fixtures/unzip";
import { phone } from "./fixtures/viewports";
import { workOn } from "./fixtures/work-on";

const { start, list: listed } = exportMessages;
const { stops, refusals } = importMessages;

test.use({ expectedErrors: /Failed to (load resource|fetch)/ });

test("on a telephone, a list that is none brings nobody in and says what to do; a good one does, for the team alone", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  db,
  sql,
}) => {
  test.setTimeout(120_000);
  const mine = await createBusiness();
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  const untouched = await fingerprint(db, mine.id);
  const address = `/${mine.slug}/contacts/import`;
  await page.setViewportSize(phone);
  await signIn(page, mine.agentEmail);

  const picture = sampleMediaOfType("image/png", "no list") ?? Buffer.alloc(0);
  const tooLong = Buffer.alloc(importLimits.maxBytes + 1, "name,phone\n");
  for (const [what, bytes, answer] of [
    ["a picture", picture, stops.broken],
    ["a list without numbers or addresses", "name,company\nNia,Acme", stops.no_columns],
    ["a list without names", "phone,email\n+44 7700 900123,nia@acme.test", stops.no_columns],
    ["a quotation mark that stays open", 'name,phone\n"Nia,+44 7700 900123', stops.broken],
    ["more than 10 MB", tooLong, importMessages.failed],
  ] as const) {
    await test.step(`${what}: nobody comes in`, async () => {
      await page.goto(address);
      await send(page, bytes);
      await expect(page.getByText(answer)).toBeVisible();
      await expect(page.getByText(/\b[1-9]\d* imported/)).toHaveCount(0);
      expect(await fingerprint(db, mine.id)).toEqual(untouched);
    });
  }

  await test.step("an empty file is answered, too", async () => {
    await page.goto(address);
    await send(page, "");
    await expect(
      page.getByText(stops.no_columns).or(page.getByText(importMessages.failed)),
    ).toBeVisible();
    expect(await fingerprint(db, mine.id)).toEqual(untouched);
  });

  await test.step("a neighbour finds no place to import to, and can send nothing there", async () => {
    const stranger = await openBrowser();
    await signIn(stranger, neighbour.ownerEmail);
    expect((await stranger.goto(address))?.status()).toBe(404);
    const nobody = await openBrowser();
    await nobody.goto("/sign-in");
    for (const [why, who, origin] of [
      ["a neighbour", stranger, new URL(page.url()).origin],
      ["nobody", nobody, new URL(page.url()).origin],
      ["a member from another site", page, "https://elsewhere.example"],
    ] as const) {
      const answer = await who.request.post(`${address}/results`, {
        headers: { origin },
        data: "name,phone\nNia,+44 7700 900123",
      });
      expect(answer.status(), why).toBe(404);
    }
    expect(await fingerprint(db, mine.id)).toEqual(untouched);
    for (const id of [mine.id, neighbour.id]) {
      expect(await workOn(sql, id)).toEqual({ requests: 0, jobs: 0 });
    }
  });

  await test.step("good lines come in, bad ones are named, and the same list again updates", async () => {
    await page.goto(address);
    const lines = "Name;E-mail;Phone\nNia;nia@acme.test;+44 7700 900123\nOle;;0123\nUma;uma@;";
    await send(page, lines);
    await expect(page.getByText(countsOf(1, 0, 2))).toBeVisible();
    await expect(reason(page, 3)).toContainText(refusals.phone_unreadable);
    await expect(reason(page, 4)).toContainText(refusals.email_unreadable);
    await expectAccessible(page, "an import's report on a telephone");
    await page.goto(address);
    await send(page, lines.replace("Nia;", "Nia Mbeki;"));
    await expect(page.getByText(countsOf(0, 1, 2))).toBeVisible();
    await page.goto(`/${mine.slug}/contacts`);
    await page.getByLabel(contactsMessages.search.label).fill("nia@acme.test");
    await expect(page.getByRole("link", { name: "Nia Mbeki" })).toBeVisible();
    expect(await db.$count(contacts, eq(contacts.workspaceId, mine.id))).toBe(4);
  });

  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

test("on a telephone, an admin takes a copy of the workspace, and no longer once they are an agent", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  inbox,
  db,
}) => {
  test.setTimeout(120_000);
  const mine = await createBusiness();
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  const backups = `/${mine.slug}/settings/backups`;
  await page.setViewportSize(phone);
  await signIn(page, mine.agentEmail);
  await page.goto(backups);
  await expect(page.getByText(start.onlyAdministrators)).toBeVisible();

  await makeThem("admin");
  await page.goto(backups);
  await page.getByLabel(start.media).uncheck();
  await page.getByRole("button", { name: start.button }).click();
  await expect(page.getByText(start.started)).toBeVisible();
  const copy = page
    .getByRole("listitem")
    .filter({ has: page.getByText(listed.states.ready, { exact: true }) });
  await expect(copy).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, "an export on a telephone");
  const saving = page.waitForEvent("download");
  await copy.getByRole("link", { name: /^Download the export of/ }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe(`${mine.slug}.zip`);
  const zip = await unzip(await readFile(await download.path()));
  const written = (zip.get("contacts/contacts.jsonl") ?? "").trim().split("\n");
  expect(written.map((line) => JSON.parse(line).id).sort()).toEqual([...mine.contactIds].sort());
  const everything = [...zip.values()].join("\n");
  for (const alien of [neighbour.id, neighbour.slug, "ciphertext", "$argon2"]) {
    expect(everything, alien).not.toContain(alien);
  }
  const link = linkIn(
    await inbox.mail(mine.agentEmail, new RegExp(mails.export.ready.subject)),
    "/download",
  );
  expect((await page.request.get(link)).status()).toBe(200);
  const stranger = await openBrowser();
  await signIn(stranger, neighbour.ownerEmail);
  expect((await stranger.request.get(link)).status()).toBe(404);

  await makeThem("agent");
  const untouched = await fingerprint(db, mine.id);
  expect((await page.request.get(link)).status()).toBe(404);
  await copy.getByRole("button", { name: /^Delete the export of/ }).click();
  await expect(page.getByText(teamRefusalMessages.not_authorised)).toBeVisible();
  await page.getByRole("button", { name: start.button }).click();
  await expect(page.getByText(teamRefusalMessages.not_authorised)).toHaveCount(2);
  expect(await fingerprint(db, mine.id)).toEqual(untouched);
  const isReady = and(
    eq(workspaceExports.workspaceId, mine.id),
    eq(workspaceExports.state, "ready"),
  );
  expect(await db.$count(workspaceExports, isReady)).toBe(1);
  await page.goto(backups);
  await expect(page.getByText(start.onlyAdministrators)).toBeVisible();
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  async function makeThem(role: "admin" | "agent"): Promise<void> {
    await db.update(memberships).set({ role }).where(eq(memberships.userId, mine.agentId));
  }
});

async function send(page: Page, bytes: string | Buffer): Promise<void> {
  await page.getByLabel(importMessages.file).setInputFiles({
    name: "list.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(bytes),
  });
  await page.getByRole("button", { name: importMessages.send }).click();
}

function countsOf(imported: number, updated: number, refused: number): string {
  const [one, two, three] = [imported, updated, refused].map(String);
  return fillMessage(importMessages.counts, {
    imported: one ?? "",
    updated: two ?? "",
    refused: three ?? "",
  });
}

function reason(page: Page, line: number) {
  return page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: String(line), exact: true }) });
}
