import path from "node:path";
import { secretIsWeak } from "@/lib/env";
import { halt } from "./halt";
import type { Doors } from "./roles";

/** What the person who starts Aqtalu may set, and what follows from it. */
export type Settings = {
  port: number;
  url: string;
  data: string;
  /** A server of one's own; otherwise a private one is started. */
  databaseUrl: string | null;
  doors: Partial<Doors>;
  secret: string | null;
  demo: boolean;
};

type Source = Record<string, string | undefined>;

export function readSettings(from: Source = process.env): Settings {
  const port = readPort(from.PORT);
  const databaseUrl = readDatabaseUrl(from.DATABASE_URL);
  return {
    port,
    url: readUrl(from.AQTALU_URL, port),
    data: path.resolve(from.AQTALU_DATA || ".aqtalu"),
    databaseUrl,
    doors: { app: from.DATABASE_URL_APP, public: from.DATABASE_URL_PUBLIC },
    secret: readSecret(from.NEXTAUTH_SECRET, databaseUrl !== null),
    demo: from.AQTALU_DEMO ? from.AQTALU_DEMO === "1" : databaseUrl === null,
  };
}

function readDatabaseUrl(given: string | undefined): string | null {
  if (!given) return null;
  if (URL.canParse(given) && /^postgres(ql)?:$/.test(new URL(given).protocol)) return given;
  throw halt("DATABASE_URL must look like postgresql://owner:password@host:5432/aqtalu.");
}

function readPort(given: string | undefined): number {
  const port = Number(given || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw halt(`PORT must be a number from 1 to 65535, and it is "${given}".`);
}

function readUrl(given: string | undefined, port: number): string {
  if (!given) return `http://localhost:${port}`;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw halt(
    `AQTALU_URL must be the address people type, like https://aqtalu.example, and it is "${given}".`,
  );
}

function readSecret(given: string | undefined, required: boolean): string | null {
  const how = 'set it to the output of "openssl rand -hex 32" and keep it';
  if (!given) {
    if (required) throw halt(`With DATABASE_URL Aqtalu needs NEXTAUTH_SECRET: ${how}.`);
    return null;
  }
  if (secretIsWeak(given)) throw halt(`NEXTAUTH_SECRET is too weak: ${how}.`);
  return given;
}
