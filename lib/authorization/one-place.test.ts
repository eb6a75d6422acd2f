import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { acts } from "./acts";

const root = join(import.meta.dirname, "../..");

/** What asks for a role or an actor by hand. */
const byHand = [
  /[!=]==\s*"(owner|admin|agent|operator)"/,
  /"(owner|admin|agent|operator)"\s*[!=]==/,
  /\brole\b\W*,\s*(\[|"(owner|admin|agent)")/,
  /\b(includes|has)\(([\w.]*\brole|[\w.]*\bactor\.type|"(owner|admin|agent|operator)")\)/,
  /\bcase "(owner|admin|agent|operator)"/,
  /\bisOperator\b/,
  /"owner",\s*"admin"/,
];

const keepsAnOwner = "that a workspace keeps an owner is a second rule, beside who may";
const ofOwners =
  "whose role is given or taken; who may do that to an owner's is asked of the table";

/** Lines that look the same and decide nothing about who may. */
const explained: Readonly<Record<string, [lines: number, because: string]>> = {
  "components/operator/styleguide/account-specimens.tsx": [1, "shows somebody"],
  "components/operator/styleguide/crm-specimens.tsx": [2, "shows everybody"],
  "components/team/invitation-list.tsx": [1, ofOwners],
  "components/team/invite-form.tsx": [1, ofOwners],
  "components/team/member-line.tsx": [1, ofOwners],
  "lib/auth/find-session-user.ts": [2, "reads who somebody is"],
  "lib/erasure/freeze-account.ts": [1, "locks what an account owns"],
  "lib/erasure/members-without-other-workspace.ts": [1, "an operator's account does not go"],
  "lib/erasure/record-act.ts": [1, "writes down who it was"],
  "lib/erasure/resolve-run.ts": [2, "an operator's account does not go"],
  "lib/erasure/sole-owner.ts": [2, keepsAnOwner],
  "lib/team/assert-may-give.ts": [1, ofOwners],
  "lib/team/assert-other-owner.ts": [1, keepsAnOwner],
  "lib/team/change-role.ts": [1, keepsAnOwner],
  "lib/team/leave-workspace.ts": [1, keepsAnOwner],
  "lib/team/list-memberships.ts": [2, keepsAnOwner],
  "lib/team/remove-member.ts": [1, keepsAnOwner],
};

describe("who may is decided in one place", () => {
  test("no role and no actor is asked for anywhere else", async () => {
    const files = await sources();
    expect(files.size).toBeGreaterThan(500);
    const found = [...files].flatMap(([file, text]): [string, number][] => {
      const lines = linesByHand(text);
      return lines.length === 0 ? [] : [[file, lines.length]];
    });
    const expected = Object.entries(explained).map(([file, [lines]]) => [file, lines]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  test("every act of a team and of the operators is asked about by name", async () => {
    const text = [...(await sources()).values()].join("\n");
    const asked = Object.entries(acts).flatMap(([act, { may }]) =>
      may.some((one) => /^(owner|operator)$/.test(one)) ? [act] : [],
    );
    expect(asked.filter((act) => !text.includes(`"${act}"`))).toEqual([]);
  });

  test.each([
    `if (membership.role !== "agent") show();`,
    `if ("operator" === ctx.actor.type) return;`,
    `inArray(memberships.role, ["owner"]),`,
    `eq(memberships.role, "admin"),`,
    `if (!user?.isOperator) notFound();`,
    `const roles = ["owner", "admin"];`,
    `if (["operator", "system"].includes(ctx.actor.type)) return;`,
    `if (administrators.has(role)) return;`,
    `if (allowed.includes("admin")) return;`,
    `case "operator":`,
  ])("is seen: %s", (line) => {
    expect(linesByHand(`export function act() {\n  ${line}\n}\n`)).toHaveLength(1);
  });
});

function linesByHand(text: string): string[] {
  return text.split("\n").filter((line) => byHand.some((pattern) => pattern.test(line)));
}

async function sources(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const path of glob("{app,components,lib}/**/*.{ts,tsx}", { cwd: root })) {
    const file = path.replaceAll("\\", "/");
    if (/\.test\.tsx?$|(^|\/)testing\/|^lib\/authorization\//.test(file)) continue;
    files.set(file, readFileSync(join(root, file), "utf8"));
  }
  return files;
}
