import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The conformance suite of the Library of Congress: it is not part of the project, tests that read it may skip. */
export const suite = fileURLToPath(new URL("../../../shared/data/bagit/v0.97/", import.meta.url));

export const whyNone = "the conformance suite is not beside the project (../shared/data/bagit)";

/** Every case of the suite, "valid/basic-bag". */
export const cases = existsSync(suite)
  ? readdirSync(suite)
      .flatMap((kind) => readdirSync(suite + kind).map((name) => `${kind}/${name}`))
      .sort()
  : [];
