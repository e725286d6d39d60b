import { spawnSync } from "node:child_process";
import { auditVerdict } from "./audit-verdict.ts";

/**
 * Asks the registry for known holes in what is shipped (`npm run audit`) or, with `--all`, in the tools as well. Exit
 * codes: 0 none known, 1 some of weight, 2 nobody answered: that nothing is known is not the same as that nothing is wrong.
 */
const everything = process.argv.includes("--all");
const { stdout } = spawnSync("npm", ["audit", "--json", ...(everything ? [] : ["--omit=dev"])], {
  encoding: "utf8",
  timeout: 120_000,
  maxBuffer: 64_000_000,
});
const { code, lines } = auditVerdict(stdout ?? "");
for (const line of lines) console.log(line);
process.exitCode = code;
