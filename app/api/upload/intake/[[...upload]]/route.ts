import { withActor } from "@/lib/handler";
import { receiveUpload } from "@/lib/intake/receive";

/** Takes a file piece by piece (tus.io 1.0): one that broke off is gone on with. What arrived whole is then begun. */
const receive = withActor<{ upload?: string[] }>((actor, request) => receiveUpload(actor, request));

export const POST = receive;
export const PATCH = receive;
export const HEAD = receive;
export const DELETE = receive;
