import { addMessages, keepLastMessage } from "@/lib/testing/many-messages";
import { status } from "@/messages/en/status";
import { readDemoFacts } from "../scripts/demo/demo-facts";
import { openDeletionDialog } from "./fixtures/deletion-dialog";
import { rowsOfWorkspace } from "./fixtures/rows-of-workspace";
import { expect, test } from "./fixtures/test";

const { purging, completed_with_retentions: completed } = status.states;

type Step = { planned: number; done: number };

test("an erasure whose worker is killed is finished by the next one, with exact counts", async ({
  page,
  signIn,
  createBusiness,
  demo,
  demoFolder,
  sql,
}) => {
  test.setTimeout(180_000);
  const doomed = await createBusiness({ contacts: 3 });
  await addMessages(sql, doomed.id, 20_000);
  const held = await rowsOfWorkspace(sql, doomed.id);
  const messageStep = () => readStep("messages");

  await signIn(page, doomed.ownerEmail);
  const letGo = await keepLastMessage(sql, doomed.id);
  const { slug, confirm } = await openDeletionDialog(page, doomed.slug);
  await slug.fill(doomed.slug);
  await confirm.click();

  await expect.poll(async () => (await messageStep()).done, { timeout: 60_000 }).toBeGreaterThan(0);
  process.kill((await readDemoFacts(demoFolder)).processes.worker, "SIGKILL");
  const killedAt = await messageStep();
  expect(killedAt.done, "killed in the middle").toBeLessThan(killedAt.planned);
  await letGo();
  await expect(page.getByRole("heading", { level: 1, name: purging.heading })).toBeVisible();
  await expect(page.getByRole("progressbar").first()).toBeVisible();

  await expect(page.getByRole("heading", { level: 1, name: completed.heading })).toBeVisible({
    timeout: 90_000,
  });
  const { worker } = (await readDemoFacts(demoFolder)).processes;
  expect(worker).not.toBe(demo.processes.worker);
  expect(await messageStep()).toEqual({ planned: held.messages, done: held.messages });
  expect(await unfinishedSteps()).toEqual([]);
  expect(await rowsOfWorkspace(sql, doomed.id)).not.toHaveProperty("messages");

  async function readStep(tableName: string): Promise<Step> {
    const [step] = await sql<Step[]>`
      select planned_rows::int as planned, done_rows::int as done from erasure_steps
      where table_name = ${tableName} and action = 'erase' and run_id in (
        select runs.id from erasure_runs runs
        join erasure_requests requests on requests.id = runs.request_id
        where requests.confirmation_code = ${new URL(page.url()).pathname.split("/").at(-1) ?? ""})`;
    return step ?? { planned: 0, done: 0 };
  }

  async function unfinishedSteps(): Promise<unknown[]> {
    const steps = await sql`
      select table_name from erasure_steps where action = 'erase' and done_rows <> planned_rows`;
    return [...steps];
  }
});
