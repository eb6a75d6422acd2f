import { type Program, parseSync, Visitor } from "oxc-parser";

/** What asks who is calling, before anything else is done, and what it lets through. */
const guards = {
  workspaceAction: "those of the workspace's team whom the table of acts lets do it",
  teamAction: "everybody on the workspace's team; the verb says which role may",
  accountAction: "whoever is signed in, on what is theirs",
  operatorAction: "an operator whom the table of acts lets do it",
  currentUser: "whoever is signed in, as the code behind it says",
  receiveCallback: "whoever signs with a secret of our Meta app",
  receiveWebhook: "whoever signs with the webhook's secret",
} as const;
export type Guard = keyof typeof guards;

/**
 * How a file that a browser or another system can call asks who that is: `guards`, those that it
 * calls by name; `asks`, the acts by which it asks the table of acts itself; and whether all that it exports
 * are actions which a guard has made.
 */
export type EntryPoint = { guards: Guard[]; asks: string[]; areAllWrapped: boolean };

/** What is called with the name of an act first. */
const askers = new Set(["workspaceAction", "operatorAction", "roleMay", "memberMay", "userMay"]);

/** A server action's file, or null for any other. @throws for an action inside another module. */
export function readActions(file: string, text: string): EntryPoint | null {
  const { program } = parseSync(file, text);
  const isActions = program.body.some((statement) => directiveOf(statement) === "use server");
  if (isActions) return entryPointOf(program);
  if (hasDirectiveInside(program)) {
    throw new Error(`${file} has a server action inside: give it a file of its own.`);
  }
  return null;
}

export function readRoute(file: string, text: string): EntryPoint {
  return entryPointOf(parseSync(file, text).program);
}

function entryPointOf(program: Program): EntryPoint {
  const called = new Set<Guard>();
  const asked = new Set<string>();
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== "Identifier") return;
      if (isGuard(callee.name)) called.add(callee.name);
      if (!askers.has(callee.name)) return;
      asked.add(first?.type === "Literal" ? String(first.value) : "something that is computed");
    },
  }).visit(program);
  return {
    guards: [...called].sort(),
    asks: [...asked].sort(),
    areAllWrapped: program.body.every(isWrapped),
  };
}

function isGuard(name: string): name is Guard {
  return name in guards;
}

/** A statement that exports nothing, or types, or what the call of a guard gives. */
function isWrapped(statement: Program["body"][number]): boolean {
  if (statement.type === "ExportDefaultDeclaration" || statement.type === "ExportAllDeclaration") {
    return false;
  }
  if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return true;
  const { declaration } = statement;
  if (declaration?.type !== "VariableDeclaration")
    return declaration?.type.startsWith("TS") ?? false;
  return declaration.declarations.every(
    ({ init }) =>
      init?.type === "CallExpression" &&
      init.callee.type === "Identifier" &&
      isGuard(init.callee.name),
  );
}

function hasDirectiveInside(program: Program): boolean {
  let isFound = false;
  new Visitor({
    ExpressionStatement(statement) {
      if (directiveOf(statement) === "use server") isFound = true;
    },
  }).visit(program);
  return isFound;
}

function directiveOf(statement: unknown): string | null {
  const directive =
    typeof statement === "object" && statement !== null && Reflect.get(statement, "directive");
  return typeof directive === "string" ? directive : null;
}
