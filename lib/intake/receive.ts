import { stat } from "node:fs/promises";
import path from "node:path";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import { uploadRoot } from "@/lib/files/blobs";
import type { Actor } from "@/lib/law/actor";
import { newId } from "@/lib/store/id";
import { importingOffice } from "./importer";
import { LEFT_AFTER } from "./left-files";

/** A file of a whole archive, and some. */
const LARGEST = 8 * 1024 ** 3;

const folderOf = ({ accountId }: Actor): string => path.join(uploadRoot(), accountId);

/** Where an upload of this person lies. Of somebody else it does not exist. */
export const placeOfUpload = (actor: Actor, id: string): string => path.join(folderOf(actor), id);

/** Of an upload that has arrived whole; null: it has not, or is not there. */
export async function sizeOfUpload(actor: Actor, id: string): Promise<number | null> {
  const upload = await storeOf(actor)
    .getUpload(id)
    .catch(() => null);
  const lies = await stat(placeOfUpload(actor, id)).catch(() => null);
  return upload?.size !== undefined && lies?.size === upload.size ? lies.size : null;
}

const storeOf = (actor: Actor): FileStore =>
  new FileStore({ directory: folderOf(actor), expirationPeriodInMilliseconds: LEFT_AFTER });

/** One that locks for all requests of a person: two tabs must not write into one file. */
const servers = new Map<string, Server>();

function serverOf(actor: Actor): Server {
  let server = servers.get(actor.accountId);
  if (!server) {
    server = new Server({
      path: "/api/upload/intake",
      relativeLocation: true,
      datastore: storeOf(actor),
      maxSize: LARGEST,
      namingFunction: () => newId(),
    });
    servers.set(actor.accountId, server);
  }
  return server;
}

/** Takes a file piece by piece, by the protocol of tus.io: one that broke off is gone on with. */
export async function receiveUpload(actor: Actor, request: Request): Promise<Response | null> {
  if (!importingOffice(actor)) return null;
  return serverOf(actor).handleWeb(request);
}
