import type { PackageFault, PackageFaultCode } from "./package";

/**
 * Inside a stream a refusal can only be thrown. It carries its fault in a field; whoever reads a package turns it back
 * into a value, so that it never leaves this room.
 */
export function stop(code: PackageFaultCode, path: string | null, detail = ""): never {
  const fault: PackageFault = { code, path, detail };
  throw Object.assign(new Error(`${code}: ${path ?? "package"} ${detail}`), { packageFault: fault });
}

/** The fault that was thrown by `stop`, or null for a fault of the machine. */
export function faultOf(thrown: unknown): PackageFault | null {
  const carrier = thrown as { packageFault?: PackageFault } | null;
  return carrier?.packageFault ?? null;
}

/** What the libraries say of a file that ends too early, in their own words. */
const ENDS_EARLY = /unexpected EOF|Unexpected end of data|record signature not found|overflows file bounds/;

/** What a library threw over a file it cannot read becomes a fault; what the disk says stays thrown. */
function translate(thrown: unknown, path: string | null, early: PackageFaultCode): never {
  const { syscall, code, message } = thrown as NodeJS.ErrnoException;
  if (faultOf(thrown) !== null || syscall !== undefined) throw thrown;
  if (code === "Z_BUF_ERROR" || ENDS_EARLY.test(message)) return stop(early, path, message);
  if (message === "strong encryption is not supported") return stop("encrypted", path, message);
  return stop("damaged", path, message);
}

/**
 * What the library promises; what it throws instead is named as a fault at this path. `early` is what it means when
 * the bytes end too early.
 */
export async function asNamed<T>(
  promise: Promise<T>,
  pathNow: () => string | null,
  early: PackageFaultCode = "truncated",
): Promise<T> {
  try {
    return await promise;
  } catch (thrown) {
    return translate(thrown, pathNow(), early);
  }
}

/** The same for what the library hands out one by one. What the reader of the items throws is none of it. */
export async function* named<T>(
  items: AsyncIterable<T>,
  pathNow: () => string | null,
  early: PackageFaultCode = "truncated",
): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const step = await asNamed(iterator.next(), pathNow, early);
      if (step.done) break;
      yield step.value;
    }
    ended = true;
  } finally {
    if (!ended) await iterator.return?.();
  }
}
