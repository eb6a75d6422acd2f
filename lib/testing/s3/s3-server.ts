import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerS3 } from "./answer-s3";
import type { S3State } from "./s3-state";
import { VersionedObjects } from "./versioned-objects";

/** A call as the server saw it: what it was, of which key. */
export type S3Call = { operation: string; key: string };

/**
 * How a call goes wrong: busy, with a time to wait where it names one, refused, its token expired, cut off in the middle of
 * its body, done for every other object of a bulk delete, or never answered.
 */
export type Fault =
  | "slow_down"
  | "slow_down_for_four_seconds"
  | "too_many"
  | "refused"
  | "expired"
  | "half"
  | "partly"
  | "reset"
  | "silent"
  | "fails";

export type S3Server = S3State & {
  endpoint: string;
  bucket: string;
  calls: S3Call[];
  /** Asked before every call; what it answers goes wrong. */
  fault: (call: S3Call) => Fault | undefined;
  /** Waited for before every call. */
  pause: (call: S3Call) => Promise<void>;
  stop(): Promise<void>;
};

/** A small object store on the loopback: true to S3 where the driver looks, and wrong on demand. */
export async function startS3Server({ isVersioned = false } = {}): Promise<S3Server> {
  const state: S3Server = {
    bucket: "lethe-test",
    endpoint: "",
    objects: new VersionedObjects(isVersioned),
    uploads: new Map(),
    calls: [],
    fault: () => undefined,
    pause: async () => {},
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    respond(state, request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  state.endpoint = `http://127.0.0.1:${port}`;
  return state;
}

async function respond(
  state: S3Server,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", state.endpoint);
  const [, bucket = "", ...rest] = url.pathname.split("/").map(decodeURIComponent);
  const key = rest.join("/");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);

  const operation = operationOf(request.method ?? "", key, url.searchParams);
  const call = { operation, key };
  state.calls.push(call);
  await state.pause(call);
  const fault = state.fault(call);
  if (fault === "silent") return;
  if (fault === "reset") return void response.destroy();
  if (fault === "slow_down") return refuse(response, 503, "SlowDown");
  if (fault === "slow_down_for_four_seconds") {
    return refuse(response.setHeader("retry-after", "4"), 503, "SlowDown");
  }
  if (fault === "too_many") return refuse(response, 429, "TooManyRequests");
  if (fault === "refused") return refuse(response, 501, "NotImplemented");
  if (fault === "expired") return refuse(response, 400, "ExpiredToken");
  if (fault === "fails") return refuse(response, 403, "AccessDenied");
  if (bucket !== state.bucket) return refuse(response, 404, "NoSuchBucket");

  const isNew = request.headers["if-none-match"] === "*";
  if (operation === "PutObject" && isNew && state.objects.read(key)?.body) {
    return refuse(response, 412, "PreconditionFailed");
  }

  const keepsOthers = fault === "partly";
  const answer = answerS3(state, operation, key, url.searchParams, body, keepsOthers);
  response.writeHead(answer.status, { "content-length": answer.body.length, etag: '"etag"' });
  if (operation === "HeadObject") response.end();
  else if (fault !== "half") response.end(answer.body);
  else {
    const half = answer.body.subarray(0, answer.body.length >> 1);
    response.write(half, () => response.destroy());
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function operationOf(method: string, key: string, query: URLSearchParams): string {
  if (key === "") {
    if (method === "POST" && query.has("delete")) return "DeleteObjects";
    if (query.has("versioning")) return "GetBucketVersioning";
    if (query.has("versions")) return "ListObjectVersions";
    if (query.has("uploads")) return "ListMultipartUploads";
    return "ListObjects";
  }
  if (query.has("uploads")) return "CreateMultipartUpload";
  if (query.has("uploadId")) {
    const parts = { PUT: "UploadPart", POST: "CompleteMultipartUpload" }[method];
    return parts ?? "AbortMultipartUpload";
  }
  return { PUT: "PutObject", GET: "GetObject", HEAD: "HeadObject" }[method] ?? "DeleteObject";
}
