import { describe, expect, test } from "vitest";
import { actorMay } from "./actor-may";
import { type Act, acts } from "./acts";
import { memberMay } from "./member-may";
import { roleMay } from "./role-may";
import { rolesThatMay } from "./roles-that-may";
import { userMay } from "./user-may";

const team = ["owner", "admin"];

/** Written from what is promised and not from the table: who changes one has to mean it. */
describe("the table keeps what is promised", () => {
  test.each<[sentence: string, act: Act, may: readonly string[]]>([
    [
      "A workspace is deleted by its owners and admins, and by nobody else.",
      "erase_workspace",
      team,
    ],
    [
      "A contact is deleted by owners and admins, and by agents where the workspace says so.",
      "erase_contact",
      [...team, "agent_where_allowed"],
    ],
    ["Agents do not decide what agents may do.", "let_agents_erase", team],
    ["A backup is for owners and admins to take.", "start_export", team],
    ["And to download.", "read_exports", team],
    ["A business answers its own customers: no agent, no operator.", "answer_customer", team],
    ["A workspace is handed over by an owner alone.", "change_owners", ["owner"]],
    ["An account is deleted by the person whose it is.", "erase_account", ["self"]],
    ["And kept by them.", "keep_account", ["self"]],
    ["Only operators approve.", "approve_request", ["operator"]],
    ["Only operators refuse.", "refuse_request", ["operator"]],
    ["Only operators extend a deadline.", "extend_deadline", ["operator"]],
    ["Only operators read what was asked.", "open_request", ["operator"]],
    ["An admin cannot place a legal hold.", "place_hold", ["operator"]],
    ["Nor release one.", "release_hold", ["operator"]],
    [
      "The kill switch is an operator's, and the machine's own.",
      "pause_purges",
      ["operator", "system"],
    ],
    ["A request is proved by whoever has its link.", "verify_by_link", ["holder"]],
    ["And taken back.", "cancel_by_link", ["holder"]],
    ["Anybody may ask.", "ask_for_deletion", ["anybody"]],
    ["A request in Meta's name is Meta's to make.", "ask_for_metas_user", ["meta"]],
  ])("%s", (_sentence, act, may) => {
    expect(acts[act].may).toEqual(may);
  });

  test.each<[who: string, what: Act[]]>([
    ["agent", ["read_workspace", "import_contacts", "leave_workspace"]],
    ["agent_where_allowed", ["erase_contact"]],
    ["system", ["pause_purges"]],
    ["invited", ["join_with_account"]],
    ["mail_provider", ["deliver_mail"]],
  ])("%s: that much and no more", (who, what) => {
    expect(actsOf(who)).toEqual(what);
  });

  test("what an admin may an owner may, too", () => {
    expect(actsOf("owner")).toEqual(expect.arrayContaining(actsOf("admin")));
  });

  test("an operator does nothing to a workspace, an account or a link", () => {
    const objects = new Set(actsOf("operator").map((act) => acts[act].object));
    expect([...objects].sort()).toEqual(["desk", "hold", "inbound_mail", "request", "run"]);
  });
});

describe("the table is asked", () => {
  test("by role", () => {
    expect(rolesThatMay("erase_workspace")).toEqual(["owner", "admin"]);
    expect(roleMay("change_owners", "admin")).toBe(false);
    expect(roleMay("leave_workspace", "agent")).toBe(true);
  });

  test("by role and what the workspace allows, which makes no difference to anything else", () => {
    const [agent, admin] = [{ role: "agent" } as const, { role: "admin" } as const];
    expect(memberMay("erase_contact", { ...agent, agentsDeleteContacts: false })).toBe(false);
    expect(memberMay("erase_contact", { ...agent, agentsDeleteContacts: true })).toBe(true);
    expect(memberMay("erase_contact", { ...admin, agentsDeleteContacts: false })).toBe(true);
    expect(memberMay("erase_workspace", { ...agent, agentsDeleteContacts: true })).toBe(false);
  });

  test("of an actor, and of whoever is signed in", () => {
    expect(actorMay("pause_purges", { type: "system" })).toBe(true);
    expect(actorMay("steer_purges", { type: "system" })).toBe(false);
    expect(userMay("place_hold", { isOperator: true })).toBe(true);
    expect(userMay("place_hold", { isOperator: false })).toBe(false);
    expect(userMay("place_hold", null)).toBe(false);
  });

  test("for nothing else: what is no act, or another kind of object's, does not compile", () => {
    const refused = [
      // @ts-expect-error there is no such act
      () => roleMay("erase_everything", "owner"),
      // @ts-expect-error of an operator's acts no role is asked
      () => roleMay("place_hold", "owner"),
      // @ts-expect-error a role alone does not decide it
      () => roleMay("erase_contact", "agent"),
      // @ts-expect-error nobody is an operator of a workspace
      () => actorMay("erase_workspace", { type: "operator" }),
    ];
    expect(refused).toHaveLength(4);
  });
});

function actsOf(who: string): Act[] {
  return Object.entries(acts).flatMap(([name, { may }]) =>
    isAct(name) && may.some((one) => one === who) ? [name] : [],
  );
}

function isAct(name: string): name is Act {
  return name in acts;
}
