import { parseArgs } from "node:util";
import { build } from "esbuild";
import { halt } from "../halt";
import type { LoneCommand } from "./command";

export const verifierCommand: LoneCommand = {
  usage: "verifier --out FILE",
  about: "writes the check as one file that needs nothing but Node, for those who check a bundle elsewhere",
  alone: () => true,
  async run({ args, say }) {
    const { values } = parseArgs({ args, options: { out: { type: "string" } } });
    if (!values.out) throw halt("Say where to: --out verify.mjs.");
    await build({
      entryPoints: ["scripts/verify-file.ts"],
      outfile: values.out,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      alias: { "@": process.cwd() },
      logLevel: "silent",
    });
    say(`Wrote ${values.out}. To check a bundle: node ${values.out} FILE --key KEY …`);
  },
};
