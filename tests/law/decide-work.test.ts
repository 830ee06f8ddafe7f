import { expect, test } from "vitest";
import type { Work } from "@/lib/law/acts";
import { decideWork } from "@/lib/law/decide-work";
import { office } from "./support/matter";

const ruled = (work: Work, standing: { authorOfIt: boolean; authorOfCase: boolean }) =>
  decideWork({
    ...{
      work,
      offices: [office("expert")],
      readerOfIt: false,
      conflict: false,
      archiveId: null,
      decided: false,
    },
    ...standing,
  });

test("the author of a case describes its file and writes of it, but divides no sheets of it", () => {
  const ofCase = { authorOfIt: false, authorOfCase: true };
  for (const work of ["describe_material", "name_mention", "save_draft"] as const)
    expect(ruled(work, ofCase)).toMatchObject({ granted: true });
  expect(ruled("divide_spans", ofCase)).toMatchObject({
    granted: false,
    refusal: { article: "P4", condition: "heldRole" },
  });
  expect(ruled("divide_spans", { authorOfIt: true, authorOfCase: false })).toMatchObject({ granted: true });
});
