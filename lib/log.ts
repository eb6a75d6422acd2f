import pino from "pino";
import { logScope } from "./log-scope";

/** The only fields a log line may carry. None of them is personal. */
export type LogFields = {
  requestId?: string;
  runId?: string;
  jobId?: string;
  mailId?: string;
  /** Of the browser's or caller's request, as `X-Request-Id` of the answer has it. */
  httpRequestId?: string;
  queue?: string;
  route?: string;
  code?: string;
  state?: string;
  /** Another system that is told of erasures, and what it is asked. */
  recipient?: string;
  act?: string;
  /** A table's name. */
  table?: string;
  /** What the reader of an error page is shown. */
  reference?: string;
  count?: number;
  milliseconds?: number;
  /** An unexpected error: its name, code and stack go in, its message does not. */
  error?: unknown;
};

const allowed: readonly string[] = [
  "requestId",
  "runId",
  "jobId",
  "mailId",
  "httpRequestId",
  "queue",
  "route",
  "code",
  "state",
  "recipient",
  "act",
  "table",
  "reference",
  "count",
  "milliseconds",
] satisfies (keyof LogFields)[];

type Log = Record<"info" | "warn" | "error", (message: string, fields?: LogFields) => void>;

/**
 * Structured logs. Fields that are not on the list are dropped, and so is an error's message:
 * a driver may quote a row in it.
 */
export const log: Log = createLog();

/** @param destination where lines go; standard output unless told otherwise. */
export function createLog(destination?: pino.DestinationStream): Log {
  const logger = pino(
    { base: null, formatters: { level: (label) => ({ level: label }) } },
    destination ?? pino.destination(1),
  );
  return {
    info: (message, fields = {}) => logger.info(safe(fields), message),
    warn: (message, fields = {}) => logger.warn(safe(fields), message),
    error: (message, fields = {}) => logger.error(safe(fields), message),
  };
}

function safe({ error, ...given }: LogFields): Record<string, unknown> {
  const fields = { ...logScope(), ...given };
  const kept = Object.fromEntries(
    Object.entries(fields).filter(([name]) => allowed.includes(name)),
  );
  return error === undefined ? kept : { ...kept, error: errorFields(error) };
}

function errorFields(error: unknown): { name: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = codeOf(error) ?? codeOf(error.cause);
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    at: framesOf(error)
      .split("\n")
      .filter((line) => line.trimStart().startsWith("at "))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}

/** A failed query is wrapped: the database's own code is its cause's. */
function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : undefined;
}

/** The stack below the message, of which any line might look like a frame. */
function framesOf({ stack = "", message }: Error): string {
  const start = stack.indexOf(message);
  return start < 0 ? "" : stack.slice(start + message.length);
}
