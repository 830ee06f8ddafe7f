import { keepLedger } from "@/lib/history/keep";
import { openKeepers } from "@/lib/history/keepers";
import { connect } from "@/lib/store/client";
import { takeSeat } from "@/lib/store/heartbeat";

/** A worker that keeps the ledger and nothing else, to be killed from outside. */
const { url, data } = JSON.parse(process.env.AQTALU_CHILD ?? "") as { url: string; data: string };
const keepers = await openKeepers({
  data,
  url: "http://aqtalu.test",
  logKey: null,
  logSigner: null,
  witnessDirectories: [`${data}/near`, `${data}/far`],
  httpWitnesses: [],
});
const db = connect(url, { max: 4 });
const seat = await takeSeat(
  url,
  "worker",
  () => console.log("waiting"),
  () => process.exit(1),
);
console.log("seated");
await keepLedger(seat.client, db.pool, keepers, new AbortController());
console.log("halted");
process.exit(0);
