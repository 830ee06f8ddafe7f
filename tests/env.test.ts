import { expect, test } from "vitest";
import { parseEnvironment, secretIsWeak } from "@/lib/env";

const whole = {
  DATABASE_URL_APP: "postgresql://app:x@127.0.0.1:5432/aqtalu",
  DATABASE_URL_PUBLIC: "postgresql://public:x@127.0.0.1:5432/aqtalu",
  NEXTAUTH_SECRET: "0f3c9a7be1d24586c0f3a97be1d24586",
  AQTALU_URL: "https://aqtalu.example",
};

test("a whole environment is read, the data directory has a usual place", () => {
  expect(parseEnvironment(whole)).toEqual({ ...whole, AQTALU_DATA: ".aqtalu" });
});

test("the owner's address is not passed on even when it is there", () => {
  expect(parseEnvironment({ ...whole, DATABASE_URL: "postgresql://owner@db/x" })).not.toHaveProperty(
    "DATABASE_URL",
  );
});

test("everything missing or wrong is named in one sentence, and no value is repeated", () => {
  const { AQTALU_URL: _left, ...rest } = whole;
  const read = () => parseEnvironment({ ...rest, NEXTAUTH_SECRET: "hunter2" });
  expect(read).toThrow(/NEXTAUTH_SECRET must be at least 32 random characters/);
  expect(read).toThrow(/AQTALU_URL is not set/);
  expect(read).not.toThrow(/hunter2/);
});

test("a long secret of few letters is as weak as a short one", () => {
  expect(secretIsWeak("ab".repeat(40))).toBe(true);
  expect(secretIsWeak("0f3c9a7be1d2")).toBe(true);
  expect(secretIsWeak(whole.NEXTAUTH_SECRET)).toBe(false);
});
