import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const watching = pathToFileURL(join(import.meta.dirname, "outside-calls.ts")).href;

/** In a process of its own, in which nobody else calls anybody. */
test("whatever reaches beyond the process is seen for as long as it takes; what stays within is not", async () => {
  const script = `
    import { once } from "node:events";
    import { readdir, rm } from "node:fs/promises";
    import { createServer } from "node:http";
    import { connect } from "node:net";
    import { setImmediate as turn, setTimeout as pause } from "node:timers/promises";
    import { watchOutsideCalls } from ${JSON.stringify(watching)};

    const server = createServer((_, response) => setTimeout(() => response.end("yes"), 50));
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address();
    const url = "http://127.0.0.1:" + port;
    const call = () => fetch(url, { headers: { connection: "close" } }).then((answer) => answer.text());
    const outside = watchOutsideCalls();
    const seen = {};
    const see = async (what, does) => {
      await pause(100);
      outside.haveHappened();
      await does();
      seen[what] = outside.haveHappened();
    };
    await see("nothing", async () => {});
    await see("promises, timers and turns", async () => {
      await Promise.all([turn(), pause(20), new Promise((done) => queueMicrotask(done))]);
      await new Promise((done) => process.nextTick(done));
    });
    await see("a folder that is read", () => readdir("."));
    await see("a file that is removed and was not there", () => rm("nowhere", { force: true }));
    await see("a call over HTTP", call);
    await see("a connection", () => once(connect(port, "127.0.0.1").unref(), "connect"));
    let reading;
    await see("a call that is sent", async () => { reading = call(); });
    await see("and is under way", async () => {});
    await see("or has come back", () => reading);
    console.log(JSON.stringify(seen));
    process.exit();
  `;
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "--eval",
    script,
  ]);
  expect(JSON.parse(stdout)).toEqual({
    nothing: false,
    "promises, timers and turns": false,
    "a folder that is read": true,
    "a file that is removed and was not there": true,
    "a call over HTTP": true,
    "a connection": true,
    "a call that is sent": true,
    "and is under way": true,
    "or has come back": true,
  });
});
