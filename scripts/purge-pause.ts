import { explain } from "./purge/explain";
import { pauseCommand } from "./purge/pause-command";

/** `npm run purge:pause`: stops every purge between two batches, until `npm run purge:resume`. */
await pauseCommand(process.argv.slice(2), process.env, console.log).catch(explain);
