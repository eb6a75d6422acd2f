import { explain } from "./purge/explain";
import { resumeCommand } from "./purge/resume-command";

/** `npm run purge:resume`: lets purges go on; workers take them up by themselves. */
await resumeCommand(process.argv.slice(2), process.env, console.log).catch(explain);
