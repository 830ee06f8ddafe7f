-- A job ends in the name of who asked for it, in the office in which they did; those that were there are told as the archivist they were asked by.
ALTER TABLE "jobs" ADD COLUMN     "asked_as" JSONB;

update jobs set asked_as = jsonb_build_object('id', a.id, 'name', a.name, 'role', 'archivist', 'delegation', null,
  'body', (select p.body_id from appointments p where p.account_id = a.id and p.role = 'archivist'
           order by p.ended_at desc nulls first limit 1))
from accounts a where a.id = jobs.asked_by;

ALTER TABLE "jobs" ALTER COLUMN "asked_as" SET NOT NULL;
