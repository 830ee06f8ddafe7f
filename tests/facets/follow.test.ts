import { expect, it } from "vitest";
import { inStep } from "@/lib/facets/follow";

it("whoever asks waits for a step that began after they asked, and steps never overlap", async () => {
  let began = 0;
  let running = 0;
  const ends: (() => void)[] = [];
  const catchUp = inStep(async () => {
    began++;
    expect(++running).toBe(1);
    await new Promise<void>((end) => ends.push(end));
    running--;
  });
  const first = catchUp();
  await Promise.resolve();
  await new Promise(setImmediate);
  expect(began).toBe(1);
  let done = 0;
  const later = [catchUp(), catchUp()].map((one) => one.then(() => done++));
  ends[0]!();
  await first;
  await new Promise(setImmediate);
  expect([began, done]).toEqual([2, 0]);
  ends[1]!();
  await Promise.all(later);
  expect([began, done]).toEqual([2, 2]);
});

it("one that fails, fails for those who waited for it; the next begins anew", async () => {
  let tries = 0;
  const catchUp = inStep(() =>
    ++tries === 1 ? Promise.reject(new Error("no database")) : Promise.resolve(),
  );
  await expect(catchUp()).rejects.toThrow("no database");
  await expect(catchUp()).resolves.toBeUndefined();
  expect(tries).toBe(2);
});
