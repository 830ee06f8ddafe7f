import { withActor } from "@/lib/handler";
import { receiveUpload } from "@/lib/intake/receive";

/** Takes a finding aid or an import table of up to 50 MB and answers the id of its proposal. */
export const POST = withActor((actor, request) => receiveUpload(actor, request));
