import { status } from "@/messages/en/status";
import { readDemoFacts } from "../scripts/demo/demo-facts";
import { fingerprint } from "./fixtures/fingerprint";
import { linkMetaLogin, postAsMeta, readAnswer } from "./fixtures/meta";
import { rowCounts } from "./fixtures/row-counts";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";

const { completed, refused } = status.states;
const deletion = "/api/meta/data-deletion";

test("a deletion callback erases the Meta login, and both pages tell how it went", async ({
  page,
  request,
  demo,
  createBusiness,
  db,
  sql,
}) => {
  const business = await createBusiness();
  const neighbour = await createBusiness();
  const userId = await linkMetaLogin(sql, business.ownerId);
  const before = await fingerprint(db, neighbour.id);
  const [secret = ""] = demo.metaAppSecrets;

  const { url, code } = await readAnswer(await postAsMeta(request, deletion, { userId, secret }));
  expect(url).toBe(`${demo.appUrl}/data-deletion/status/${code}`);

  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1, name: completed.heading })).toBeVisible();
  const json = await request.get(`/api/data-deletion/${code}`);
  expect(await json.json()).toMatchObject({
    confirmationCode: code,
    state: "completed",
    subjectKind: "meta_user",
  });

  expect(await tracesOf(sql, [userId, `${userId}@facebook.test`])).toEqual([]);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
  const people = await sql`select 1 from users where id = ${business.ownerId}`;
  expect(people, "somebody with a password keeps their account").toHaveLength(1);
});

test("the same user again, while the first request is open, gets the same code", async ({
  request,
  demo,
  demoFolder,
}) => {
  const user = { userId: "77001", secret: demo.metaAppSecrets[0] ?? "" };
  const { worker } = (await readDemoFacts(demoFolder)).processes;
  // Held still, so that the first request can't be finished before the second call.
  process.kill(worker, "SIGSTOP");
  try {
    const first = await readAnswer(await postAsMeta(request, deletion, user));
    const second = await readAnswer(await postAsMeta(request, deletion, user));
    expect(second).toEqual(first);
  } finally {
    process.kill(worker, "SIGCONT");
  }
});

test("a user we do not know is answered like any other, and nothing changes", async ({
  page,
  request,
  demo,
  sql,
}) => {
  const before = await rowCounts(sql);
  const user = { userId: "77002", secret: demo.metaAppSecrets[0] ?? "" };
  const { url } = await readAnswer(await postAsMeta(request, deletion, user));

  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1, name: refused.heading })).toBeVisible();
  await expect(page.getByText(status.refusals.no_matching_data)).toBeVisible();
  expect(await rowCounts(sql)).toEqual(before);
});

test("what Meta did not sign is refused, and no request is recorded", async ({
  request,
  demo,
  sql,
}) => {
  const requests = () => sql`select count(*)::int as count from erasure_requests`;
  const [before] = await requests();
  const [secret = ""] = demo.metaAppSecrets;

  const forged = await postAsMeta(request, deletion, { userId: "77003", secret: "another secret" });
  const nobody = await postAsMeta(request, deletion, { userId: "0", secret });
  const empty = await request.post(deletion, { form: { signed_request: "" } });
  const absent = await request.post(deletion, { form: {} });
  for (const answer of [forged, nobody, empty, absent]) {
    expect(answer.status()).toBe(400);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
  }
  const [after] = await requests();
  expect(after).toEqual(before);
});

test("removing the app ends what the person had authorised", async ({
  request,
  demo,
  createBusiness,
  sql,
}) => {
  const business = await createBusiness();
  const userId = await linkMetaLogin(sql, business.ownerId);
  const [secret = ""] = demo.metaAppSecrets;

  const answer = await postAsMeta(request, "/api/meta/deauthorize", { userId, secret });
  expect(answer.status()).toBe(200);
  const channels = await sql`
    select state, access_token from channel_connections where workspace_id = ${business.id}`;
  expect([...channels]).toEqual([{ state: "disconnected", access_token: null }]);
});

test.describe("a code that nobody was given", () => {
  test.use({ expectedErrors: /status of 404/ });

  test("looks like any address that leads nowhere", async ({ page, request }) => {
    for (const code of ["AAAAAAAAAAAAAAAAAAAA", "x"]) {
      const answer = await page.goto(`/data-deletion/status/${code}`);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "There is nothing at this address",
      );
      expect((await request.get(`/api/data-deletion/${code}`)).status()).toBe(404);
    }
  });
});
