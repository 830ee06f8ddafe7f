import { afterEach, expect, test, vi } from "vitest";
import { loadRules } from "@/lib/store/matters";
import { bringIntoForce } from "@/tests/support/rules";
import { openRoom } from "./room";

const room = openRoom();
afterEach(() => vi.unstubAllEnvs());

const required = async (): Promise<boolean> => (await loadRules(room.db.prisma, new Date())).requirePasskey;

test("while no rule set says whether signatures take a passkey, they do outside a demonstration", async () => {
  for (const [demo, wanted] of [
    ["0", true],
    ["1", false],
  ] as const) {
    vi.stubEnv("AQTALU_DEMO", demo);
    expect(await required()).toBe(wanted);
  }
});

test("what a rule set says holds everywhere", async () => {
  for (const requirePasskey of [true, false]) {
    await bringIntoForce(room.desk, [room.people.administrator, room.second], { requirePasskey });
    for (const demo of ["0", "1"]) {
      vi.stubEnv("AQTALU_DEMO", demo);
      expect(await required()).toBe(requirePasskey);
    }
  }
});
