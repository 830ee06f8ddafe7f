import type { Connection } from "@/lib/store/client";
import type { ReadingClient } from "@/lib/store/cursor";
import { inOneMoment } from "@/lib/store/ledger";

export type Pool = Connection["pool"];

/** What is printed, as one moment saw it. Whoever goes away in the middle gets no whole file. */
export function streamOf(
  pool: Pool,
  print: (client: ReadingClient) => AsyncIterable<string>,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const send = async (): Promise<void> => {
    const client = await pool.connect();
    const pour = async (): Promise<void> => {
      for await (const text of print(client)) {
        await writer.ready;
        await writer.write(Buffer.from(text, "utf8"));
      }
    };
    try {
      await inOneMoment(client, pour, "read only");
      await writer.close();
    } finally {
      client.release();
    }
  };
  send().catch((fault: unknown) => writer.abort(fault).catch(() => undefined));
  return readable;
}
