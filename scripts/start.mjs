// `npm start`: installs what is missing, then hands over to scripts/start.ts in this same process.
import { installWhatIsMissing } from "./install.mjs";

process.chdir(new URL("..", import.meta.url).pathname);
installWhatIsMissing();
const { register } = await import("tsx/esm/api");
register();
await import("./start.ts");
