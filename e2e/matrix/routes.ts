import type { SubjectName } from "./subjects";

/**
 * The routes, by the same hand: `anybody` needs no session. `then` and `else` are a status, or in one word what an
 * upload answers as a server action does.
 */
export type RouteRow = {
  route: string;
  on?: SubjectName;
  may: string;
  then: string;
  else?: string;
  law?: string;
};

export const routeMatrix: readonly RouteRow[] = [
  { route: "GET /api/auth/[...nextauth]", may: "anybody", then: "200" },
  { route: "POST /api/auth/[...nextauth]", may: "anybody", then: "302" },
  { route: "GET /api/find", may: "everybody", then: "200" },
  { route: "GET /api/health", may: "anybody", then: "200" },
  { route: "GET /api/history/checkpoint/[size]", may: "auditor", then: "200", else: "404", law: "H1" },
  { route: "GET /api/history/consistency", may: "auditor", then: "200", else: "404", law: "H1" },
  { route: "GET /api/history/receipt/[entry]", may: "auditor administrator", then: "200", else: "404" },
  {
    ...{ route: "GET /api/history/receipt/[entry]/pdf", then: "200", else: "404" },
    may: "archivist expert stranger head member chair deputy secretary auditor",
  },
  { route: "GET /api/history/verify", may: "auditor", then: "200", else: "404", law: "H1" },
  { route: "GET /api/intake/rejects/[id]", on: "proposalToRead", may: "archivist", then: "200", else: "404" },
  { route: "GET /api/intake/template", may: "archivist", then: "200", else: "404" },
  { route: "POST /api/history/csv", may: "auditor", then: "400", else: "404", law: "H1" },
  { route: "POST /api/history/bundle", may: "auditor", then: "400", else: "404", law: "H1" },
  {
    ...{ route: "POST /api/cases/[id]/bag", on: "granted", then: "303", else: "404", law: "X4" },
    may: "archivist expert stranger head member chair deputy secretary auditor",
  },
  {
    // Of the lists the one that has a rule besides: whoever takes no part in transfers has no list of them.
    ...{ route: "POST /api/lists/[list]", then: "303", else: "404", law: "X3" },
    may: "archivist member chair deputy secretary auditor",
  },
  { route: "POST /api/locale", may: "anybody", then: "400" },
  { route: "GET /api/people/like", may: "everybody", then: "200" },
  { route: "GET /api/people/suggest", may: "everybody", then: "200" },
  {
    ...{ route: "POST /api/people/export", then: "303", else: "404", law: "X2" },
    may: "archivist expert stranger head representative member chair deputy secretary regional auditor",
  },
  { route: "POST /api/preferences", may: "anybody", then: "400" },
  {
    ...{ route: "GET /api/sheets/[file]/[position]", on: "image", then: "200", else: "404" },
    may: "archivist expert stranger head member chair deputy secretary auditor",
  },
  {
    route: "GET /api/intake/[id]/progress",
    on: "proposalToRead",
    may: "archivist",
    then: "200",
    else: "404",
  },
  ...["POST", "PATCH", "HEAD", "DELETE"].map((method): RouteRow => {
    const route = `${method} /api/upload/intake/[[...upload]]`;
    // It is asked without a word of the protocol.
    return { route, may: "archivist", then: "412", else: "404", law: "P18" };
  }),
  {
    ...{ route: "GET /api/transfers/accessions", then: "200", else: "404" },
    may: "archivist member chair deputy secretary auditor",
  },
  {
    ...{ route: "GET /api/transfers/act/[id]", on: "transfer", then: "200", else: "404" },
    may: "archivist member chair deputy secretary auditor",
  },
  {
    ...{ route: "GET /api/transfers/totals", then: "200", else: "404" },
    may: "archivist member chair deputy secretary auditor",
  },
  {
    ...{ route: "POST /api/units/[id]/export", on: "image", then: "400", else: "404", law: "X1" },
    may: "archivist expert stranger head member chair deputy secretary auditor",
  },
  { route: "POST /api/upload/scan", may: "secretary", then: "415", else: "404", law: "R9 R12" },
  { route: "POST /api/upload/sheet", on: "fileStudy", may: "archivist", then: "noSuchSheet", law: "P13" },
  { route: "GET /icon.svg", may: "anybody", then: "200" },
];
