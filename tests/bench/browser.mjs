// Which browser the measurements drive.

import { execFileSync } from "node:child_process";

/** Chromium's program: what `CHROMIUM` names, or what is found. */
export const executablePath =
  process.env.CHROMIUM ??
  execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"], { encoding: "utf8" }).trim();
