import type { SampleFile, Secret } from "../files";
import { basis, declassify, neverSecret, openFile, type FileStop, type Team } from "../journeys";
import type { Sample, Transfer } from "../sample";
import { caseFile } from "./singles";

const team: Team = { author: "expert3", reader: "expert2", members: ["member1", "member4"] };

/** Files whose declassification did not run smoothly. */
export function addKept(s: Sample): void {
  for (const [nth, stop] of (["granted", "granted", "granted", "one", "signing"] as const).entries()) {
    withCase(s, 210, { owners: ["interior", "security"], keeps: [9, 14 + nth], answered: true }, stop);
  }
  addRefused(s);
  addCertificate(s);
  addDisagreement(s);
  addReturned(s);
  addBlocked(s);
  addWithdrawn(s);
}

function withCase(s: Sample, day: Transfer, secret: Secret, stop: FileStop | null): SampleFile {
  const file = caseFile(s, day, "troika1937", { secret });
  s.case({ episode: "troika1937", file });
  const start = stop === "granted" ? day - 10 : openFile(stop ?? "open", 6);
  if (stop) declassify(s, file, start, stop, team);
  return file;
}

const common = (file: SampleFile) => ({ kind: "declassification", subject: file.id }) as const;
const reason = (text: string) => ({ code: "secrecy", text }) as const;

/** Everything is kept, so nothing that the case needs is freed. */
function addRefused(s: Sample): void {
  const file = withCase(s, 300, { owners: ["security"], keeps: [1, 400], answered: true }, null);
  declassify(s, file, 290, "signing", team);
  const why = reason("Владелец сохраняет секретность всех листов; освобождённых доказательств нет");
  const act = { ...common(file), act: "refuse" } as const;
  s.plan.act({ ...act, day: 263, by: "member1", terms: { reason: why } });
  s.plan.act({ ...act, day: 262, by: "member4", terms: { reason: why } });
  const until = "2028-06-01";
  s.plan.act({ ...act, day: 260, by: "chair", terms: { reason: why, basis: basis.granted, until } });
}

/** The owner keeps the file and supplies an unclassified certificate instead of it. */
function addCertificate(s: Sample): void {
  const file = withCase(s, 300, { owners: ["interior"], keeps: [1, 400], answered: true }, null);
  const agencyId = s.bodies.interior.id;
  const text = "Архивная справка о содержании дела, без грифа: состав обвинения, решение тройки, исполнение";
  s.plan.act({
    ...common(file),
    day: 271,
    by: "interior",
    act: "supply_certificate",
    minute: 600,
    terms: { agencyId, text },
  });
  declassify(s, file, 289, "granted", team);
}

/** The second reader disagreed: the owners have replied, and the author has not answered yet. */
function addDisagreement(s: Sample): void {
  const file = withCase(s, 210, { owners: ["interior"], answered: true }, "second_reading");
  const why = reason("На л. 12 назван осведомитель: этот лист нельзя открывать вместе с остальными");
  s.plan.act({ ...common(file), day: 5, by: team.reader, act: "disagree", terms: { reason: why } });
}

/** A member found that the count of sheets does not agree, and sent the file back to the reader. */
function addReturned(s: Sample): void {
  const file = withCase(s, 210, { owners: ["interior"], answered: true }, "one");
  const why = { code: "incomplete", text: "Нумерация листов в конце дела не сходится с описью" } as const;
  const terms = {
    toStep: "second_reading",
    reason: why,
    missing: "Сверка листов с заверительной надписью",
  } as const;
  s.plan.act({ ...common(file), day: 3, by: "member6", act: "return", terms });
}

/** The agency that owns the secret has nobody who could speak for it. */
function addBlocked(s: Sample): void {
  const file = withCase(s, 210, { owners: ["justice"], answered: true }, null);
  declassify(s, file, 70, "owners", team);
}

function addWithdrawn(s: Sample): void {
  const file = withCase(s, 120, { owners: ["interior"], answered: false }, "study");
  const why = { code: "duplicate", text: "То же дело уже рассекречивается по первому экземпляру" } as const;
  s.plan.act({ ...common(file), day: 2, by: "secretary2", act: "withdraw", terms: { reason: why } });
}

/** Whoever attests does not confirm: the attempt stays in the history. */
export function addAttempts(s: Sample): void {
  const file = caseFile(s, 120, "kulak", {});
  s.case({ episode: "kulak", file });
  neverSecret(s, file, 100);
  const attempt = { ...common(file), day: 99, act: "confirm", refused: true } as const;
  const odd = file.spec.reference.charCodeAt(file.spec.reference.length - 1) % 2 === 1;
  s.plan.act({ ...attempt, by: odd ? "archivist2" : "archivist1", terms: { basis: basis.never } });
}
