import { systemClock } from "@/lib/clock";
import { appClient } from "@/lib/store/client";
import type { Desk } from "./perform";

/** What screens perform with: the application's database and the server's clock. */
export const ownDesk = (): Desk => ({ prisma: appClient(), clock: systemClock });
