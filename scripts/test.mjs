// `npm test`: installs what is missing, then runs the one list of checks.
import { installWhatIsMissing } from "./install.mjs";

process.chdir(new URL("..", import.meta.url).pathname);
installWhatIsMissing();
const { register } = await import("tsx/esm/api");
register();
await import("./check.ts");
