import type { Database } from "./database";
import type { Settings } from "./settings";

type Environment = NodeJS.ProcessEnv;

/** What web, worker and command line are told: both doors, never the owner's address. */
export function childEnvironment(settings: Settings, database: Database): Environment {
  const { DATABASE_URL: _owner, PGPASSWORD: _password, PGUSER: _user, ...rest } = process.env;
  return {
    ...rest,
    PORT: String(settings.port),
    DATABASE_URL_APP: database.doors.app,
    DATABASE_URL_PUBLIC: database.doors.public,
    NEXTAUTH_SECRET: database.secret,
    NEXTAUTH_URL: settings.url,
    AQTALU_URL: settings.url,
    AQTALU_DATA: settings.data,
    AQTALU_DEMO: settings.demo ? "1" : "0",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** A build knows no database and no secret: nothing of this machine ends up in its output. */
export function buildEnvironment(): Environment {
  const hidden = /^(DATABASE_URL|PG|NEXTAUTH_|AQTALU_)/;
  const kept = Object.entries(process.env).filter(([name]) => !hidden.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}
