import { expect, test } from "vitest";
import { startMember, type Member } from "@/scripts/member";
import { until } from "@/scripts/process-table";

/** A member that lives for so long; what is said of it, and whether it was given up. */
function member(lives: number, wellAfter?: number): Member & { said: string[]; gone: () => boolean } {
  const said: string[] = [];
  let given = false;
  const started = startMember({
    name: "worker",
    args: ["--eval", `setTimeout(() => process.exit(3), ${lives})`],
    env: process.env,
    restarts: 1,
    wellAfter,
    say: (line) => void said.push(line),
    gone: () => (given = true),
  });
  return { ...started, said, gone: () => given };
}

test("a member that ends again before it was well is given up, and it is said how it ended", async () => {
  const { said, gone } = member(0);
  expect(await until(gone, 30_000)).toBe(true);
  expect(said).toEqual([
    "The worker ended by itself (exit 3): starting it again.",
    "The worker ended by itself (exit 3).",
  ]);
});

test("one that was well in between is started again as often as it takes", async () => {
  const { said, gone, stop } = member(400, 200);
  expect(await until(() => said.length === 3, 30_000)).toBe(true);
  await stop();
  expect(gone()).toBe(false);
  expect(new Set(said)).toEqual(new Set(["The worker ended by itself (exit 3): starting it again."]));
});
