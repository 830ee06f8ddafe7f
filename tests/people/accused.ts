import { register } from "@/lib/people/perform";
import { registration } from "@/lib/people/schema";
import { aFile } from "@/tests/support/records";
import type { World } from "@/tests/units/world";

const episode = { bond: "required", episode: "1937", charges: "[]", measures: "[]", variants: "[]" };

/** A person and their case, registered from a file of their own unless one is named. */
export const accusedIn =
  (world: World) =>
  async (name: string, more: { fileId?: string; birthText?: string } = {}) => {
    const fileId = more.fileId ?? (await aFile(world.db));
    const wanted = registration.parse({ ...episode, name, birthText: "1889", ...more, fileId });
    const result = await register(world.desk, world.people.archivist, wanted);
    if (!result.ok) throw new Error(JSON.stringify(result));
    return { ...result.value, fileId };
  };

/** What is said of two of them. */
export const pairOf = (personId: string, otherId: string, note = "arrest record, sheet 3") => ({
  personId,
  otherId,
  note,
});
