import { withActor } from "@/lib/handler";
import { keepScan } from "@/lib/cases/scan";

/** Takes the scan of a legal act before the form that names it is sent. Answers its SHA-256. */
export const POST = withActor(async (actor, request) => keepScan(actor, request));
