import { intakeWorks } from "@/lib/intake/work";
import { JobNews } from "@/lib/jobs/news";
import { runJobs } from "@/lib/jobs/run-jobs";
import { connect } from "@/lib/store/client";
import { takeSeat } from "@/lib/store/heartbeat";
import { freeJobs } from "@/lib/store/jobs";

/** What does the jobs and nothing else, to be killed from outside. */
const { url, data } = JSON.parse(process.env.AQTALU_CHILD ?? "") as { url: string; data: string };
process.env.AQTALU_DATA = data;
const db = connect(url, { max: 8 });
const seat = await takeSeat(
  url,
  "jobs",
  () => console.log("waiting"),
  () => process.exit(1),
);
await freeJobs(db.pool);
const news = await JobNews.listen(seat.client);
console.log("at work");
const works = intakeWorks({ pool: db.pool, clock: () => new Date() });
await runJobs(db.pool, works, { signal: new AbortController().signal, news }).catch(() => process.exit(1));
