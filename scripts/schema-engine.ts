import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { halt } from "./halt";

export type SchemaEngine = glue.SchemaEngine;
type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** PostgreSQL's internal one-letter type, which the engine asks for and the adapter does not know. */
const INTERNAL_CHAR = 18;
const TEXT = 25;

/** Which columns of a result hold such letters, by the array of its rows. */
const letters = new WeakMap<object, number[]>();

/** A pool that passes letters off as text and notes where they were. */
function letterPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const ask = pool.query.bind(pool) as (...asked: unknown[]) => Promise<pg.QueryArrayResult>;
  const relabel = async (...asked: unknown[]): Promise<pg.QueryArrayResult> => {
    const result = await ask(...asked);
    const fields = result.fields ?? [];
    const found = fields.flatMap((field, at) => (field.dataTypeID === INTERNAL_CHAR ? [at] : []));
    for (const at of found) fields[at]!.dataTypeID = TEXT;
    if (found.length > 0) letters.set(result.rows, found);
    return result;
  };
  return Object.assign(pool, { query: relabel });
}

/**
 * The adapter as it comes cuts scripts at every semicolon, which breaks function bodies, and runs "shadow"
 * migrations in the very database it is connected to. This one sends scripts whole and makes a real shadow.
 */
class WholeScripts extends PrismaPg {
  private readonly pool: pg.Pool;
  /** What the database said of a failing script: the engine passes on a number only. */
  fault: Error | null = null;

  constructor(private readonly url: string) {
    const pool = letterPool(url);
    super(pool);
    this.pool = pool;
  }

  /** A template database must have nobody in it. */
  end(): Promise<void> {
    return this.pool.end();
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.pool.query(script).catch((fault: Error) => {
        this.fault = fault;
        throw fault;
      });
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const set = await queryRaw(query);
      for (const at of letters.get(set.rows) ?? []) set.columnTypes[at] = ColumnTypeEnum.Character;
      return set;
    };
    return adapter;
  }

  override async connectToShadowDb(): Promise<Adapter> {
    const name = `aqtalu_shadow_${randomUUID()}`;
    await this.pool.query(`create database "${name}" template template0`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    const source = new WholeScripts(url.href);
    const shadow = await source.connect();
    shadow.dispose = async () => {
      this.fault ??= source.fault;
      await source.end();
      await this.pool.query(`drop database "${name}" with (force)`);
    };
    return shadow;
  }
}

let loaded = false;

/** Prisma's schema engine is a WebAssembly module: loading it here spares the download of a native one. */
function load(): void {
  if (loaded) return;
  let panic = "";
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (said: string) => (panic = said), get: () => panic },
  });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = readFileSync(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  loaded = true;
}

/** Opens an engine on one database, does the work and lets go of every connection. */
export async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  load();
  const source = new WholeScripts(url);
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(source);
    const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
    const result = await work(engine);
    engine.free();
    return result;
  } catch (fault) {
    throw source.fault ? halt(`A migration failed: ${source.fault.message}.`) : fault;
  } finally {
    await source.end();
  }
}
