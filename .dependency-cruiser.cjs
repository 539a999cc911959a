/** The house plan of docs/architecture.md, held by `npm run lint`. */
const order = [
  ['ledger', 'notifications', 'moderation', 'files'],
  ['territory', 'identity'],
  ['organisations', 'responsibility', 'pages', 'categories'],
  ['proposals', 'feedback', 'deliberation', 'ballots', 'opinions'],
  ['volunteering', 'agreements', 'workorders', 'meetings', 'councils', 'care'],
  ['statistics'],
  ['bridges', 'insights', 'targets'],
  ['administration'],
];

/** A subject imports only from its own rank or a lower one. */
const orderRules = order.slice(0, -1).map((subjects, rank) => ({
  name: `order-of-subjects-${subjects[0]}`,
  severity: 'error',
  comment:
    'ledger, notifications, moderation, files ← territory, identity ← organisations ← proposals … ← statistics ← insights',
  from: { path: `^app/domains/(${subjects.join('|')})/`, pathNot: '\\.test\\.' },
  to: {
    path: `^app/domains/(${order
      .slice(rank + 1)
      .flat()
      .join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'lib-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^app/lib/' },
      to: { path: '^app/(?!lib/)' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: {
        path: '^app/domains/.*(/rules/|/policy\\.ts|/lifecycle\\.ts|/schema\\.ts)',
        pathNot: '\\.test\\.',
      },
      to: {
        path: '^app/(platform|http|routes|components)/|node_modules/(@prisma|@remix-run|react)/|\\.server\\.ts',
      },
    },
    {
      name: 'domains-know-no-web',
      severity: 'error',
      from: { path: '^app/domains/' },
      to: { path: '^app/(http|routes|components|cli)/|node_modules/(@remix-run|react|react-dom|express)/' },
    },
    {
      name: 'other-subjects-by-their-index',
      severity: 'error',
      from: { path: '^app/domains/([^/]+)/', pathNot: '\\.test\\.' },
      to: {
        path: '^app/domains/[^/]+/',
        pathNot:
          '^app/domains/($1/|[^/]+/(index\\.server|jobs\\.server|schema|events|define-events|policy|lifecycle)\\.ts$)',
      },
    },
    {
      name: 'platform-knows-no-subject',
      severity: 'error',
      from: { path: '^app/platform/' },
      to: {
        path: '^app/(domains/(?!domain-error|actor|context)|routes|http)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'components-know-no-server',
      severity: 'error',
      from: { path: '^app/components/', pathNot: '\\.test\\.' },
      to: { path: '\\.server\\.ts|^app/routes/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-ask-use-cases',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^app/platform/db/|node_modules/@prisma/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-are-apart',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^app/routes/', dependencyTypesNot: ['type-only'] },
    },
    ...orderRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'app/platform/db/generated' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
