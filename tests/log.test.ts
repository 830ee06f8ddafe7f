import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inRequest, log } from "@/lib/log";

let written = "";
beforeEach(() => {
  written = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const last = () => JSON.parse(written.trimEnd().split("\n").at(-1)!) as Record<string, unknown>;

test("a line is JSON with the time in UTC and the id of the request it belongs to", () => {
  inRequest("r-1", () => log.info("signed_in", { account: "a" }));
  expect(last()).toEqual({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    level: "info",
    event: "signed_in",
    request: "r-1",
    account: "a",
  });
});

test("whatever line breaks are in an input, it stays one line", () => {
  log.warn("odd", { path: 'a\nb\r\nc\u2028d\u2029e\u0085f","level":"error' });
  expect(written.split(/[\n\r\u2028\u2029\u0085]/)).toEqual([expect.stringContaining("odd"), ""]);
  expect(last().level).toBe("warn");
});

test("of a database's fault the code and the table are kept, and no value", () => {
  const fault = Object.assign(new Error('invalid input for "Ахмет Қ." in (Ахмет Қ.)'), {
    severity: "ERROR",
    code: "22P02",
    table: "persons",
    detail: "Key (name)=(Ахмет Қ.)",
  });
  log.fault("action_fault", fault);
  expect(last()).toMatchObject({ fault: "Error", code: "22P02", table: "persons" });
  expect(last()).not.toHaveProperty("message");
  expect(written).not.toContain("Ахмет");
});

test("of another fault what stands between quotes is left out", () => {
  log.fault("action_fault", new Error('no reading of «Ахмет» or "Қ." at \'x'));
  expect(last()).toMatchObject({ message: 'no reading of «…» or "…" at \'…' });
  log.fault("action_fault", "Ахмет");
  expect(last()).toMatchObject({ fault: "string" });
  expect(written).not.toContain("Ахмет");
});
