// Who may import whom. What is not in `allowed` is refused: a new room has to be let in here.
const pure = "^lib/(law|ledger|archive|names|facets)/";
const ground = "^lib/(clock|csv|env|log|result|input)\\.ts$";
const feature = "^lib/(?!law/|ledger/|archive/|names/|facets/|store/|files/|jobs/|auth/|i18n/)([^/]+)/";
const otherFeature = feature.replace("(?!", "(?!$1/|");
const forScreens = "^lib/[^/]+/(view|queries|sentences)";
const languages = "^(lib/i18n/|lib/preferences\\.ts$|lib/keep-choice\\.ts$|messages/)";
const database = "node_modules/(pg|pg-copy-streams|@prisma|prisma)/|^lib/store/generated/";

const rooms = [
  [
    "^app/",
    ["^app/", "^components/", feature, pure, "^lib/auth/", "^lib/(action|handler)\\.ts$", ground, languages],
  ],
  ["^app/api/health/", ["^lib/store/(client|health)\\.ts$"]],
  ["^components/ui/", ["^components/ui/", "^lib/result\\.ts$"]],
  ["^components/(?!ui/)", ["^components/", forScreens, pure, "^lib/result\\.ts$", languages]],
  [pure, [pure]],
  ["^lib/store/", ["^lib/store/", pure, ground]],
  ["^lib/(files|jobs)/", ["^lib/(files|jobs)/", "^lib/store/", pure, ground]],
  [feature, [feature, pure, "^lib/(store|files|jobs)/", "^lib/auth/actor\\.ts$", ground, languages]],
  ["^lib/auth/", ["^lib/auth/", "^lib/store/", pure, ground, languages]],
  ["^lib/i18n/", ["^lib/auth/", pure, ground, languages]],
  ["^lib/[^/]+\\.tsx?$", ["^lib/[^/]+\\.tsx?$", "^lib/auth/", "^lib/store/", pure, languages]],
  [
    "^(proxy|instrumentation|next\\.config)\\.ts$",
    ["^lib/boot\\.ts$", "^lib/(auth|store|i18n)/", ground, languages],
  ],
  [
    "^(scripts|bench|e2e|prisma|tests)/",
    ["^(scripts|bench|e2e|prisma|tests)/", "^lib/", "^messages/", "^app/"],
  ],
  ["^tests/", ["^components/", "^proxy\\.ts$"]],
];

module.exports = {
  allowedSeverity: "error",
  allowed: [
    ...rooms.map(([from, to]) => ({ from: { path: from }, to: { path: to } })),
    {
      from: {},
      to: { path: "^node_modules/|^(node:)?[a-z_/]+$", pathNot: "^(app|components|lib|scripts)/" },
    },
  ],
  forbidden: [
    {
      name: "no-cycle",
      comment:
        "A ring of types vanishes in the build, and still none of its files is read without the others: the type belongs to the lower one.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    { name: "unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "pure-rooms-need-nothing",
      comment: "The law and its neighbours read nothing, write nothing and know no library.",
      severity: "error",
      from: { path: "^lib/(law|archive|names|facets)/" },
      to: { dependencyTypes: ["npm", "npm-dev", "core"] },
    },
    {
      name: "the-ledger-needs-hashes",
      severity: "error",
      from: { path: "^lib/ledger/" },
      to: { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: "^crypto$|node_modules/canonicalize/" },
    },
    {
      name: "only-the-store-speaks-to-the-database",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/store/" },
      to: { path: database, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-next-below-the-features",
      comment: "Everything under lib also runs in the worker and on the command line.",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/(auth|i18n)/|^lib/(action|handler)\\.ts$" },
      to: { path: "node_modules/(next|next-auth|next-intl)/" },
    },
    {
      name: "nobody-performs-for-another",
      comment: "A feature may read another, never write through it. The one write path is lib/proceedings.",
      severity: "error",
      from: { path: feature },
      to: { path: `${otherFeature}.*(perform|write)[^/]*$`, pathNot: "^lib/proceedings/perform" },
    },
    {
      name: "nothing-imports-routes",
      severity: "error",
      from: { pathNot: "^(app|tests)/" },
      to: { path: "^app/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // What Prisma generates is not written here, and its types go round in rings.
    exclude: { path: "^lib/store/generated/(internal|models)/" },
    // Imports of types are imports here: without this a ring of them would not be seen.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
