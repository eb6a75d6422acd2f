import { monitorEventLoopDelay } from "node:perf_hooks";
import { observe } from "./observe";

/** The process's own memory, and how late its event loop is. */
export function observeProcess(): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  observe(["lethe_memory_bytes", "lethe_event_loop_delay_seconds"], async () => {
    const { rss, heapUsed } = process.memoryUsage();
    const late = Math.max(delay.percentile(99) / 1e9 - 0.02, 0);
    delay.reset();
    return [
      { name: "lethe_memory_bytes", labels: { kind: "resident" }, value: rss },
      { name: "lethe_memory_bytes", labels: { kind: "heap" }, value: heapUsed },
      { name: "lethe_event_loop_delay_seconds", labels: {}, value: late },
    ];
  });
}
