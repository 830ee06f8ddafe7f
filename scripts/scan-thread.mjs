import { register } from "tsx/esm/api";

// A thread does not inherit what tsx has told the one that starts it.
register();
const { answerLooks } = await import("./scan-threads.ts");
answerLooks();
