// The map of the house, as dependency-cruiser checks it: who may use whom. tests/unit/boundaries.test.ts plants one violation
// of each rule and sees it found. A new module is one more line of `uses`.

const uses = {
  identity: [],
  projects: ['identity'],
  agreements: ['identity', 'projects'],
  catalogue: ['identity'],
  ethics: ['identity', 'projects', 'catalogue'],
  booking: ['identity', 'projects', 'agreements'],
  access: ['identity', 'projects', 'agreements', 'catalogue', 'ethics'],
  delivery: ['identity', 'catalogue', 'access'],
  exchange: ['identity', 'projects', 'catalogue', 'ethics', 'booking', 'access'],
  reactions: ['identity', 'projects', 'agreements', 'catalogue', 'ethics', 'booking', 'access', 'delivery'],
}

/** What a pure file may take from the platform: plain types and values, no connection, no clock, no environment. */
const purePlatform = [
  'context',
  'failure-messages',
  'form',
  'identifiers',
  'language',
  'marks',
  'messages',
  'refusal',
  'size',
  'upload',
]

const modules = Object.keys(uses).join('|')
const part = (names) => `^lib/(?!platform/)[^/]+/(${names})(/|\\.tsx?$)`
const pure = part('schema|rules|policy|events|messages')
// session: the door through which a request becomes a context; reactions, tasks, start: what the worker enters by.
const doors = part('commands|queries|session|tasks|start')
const vocabulary = part('schema|rules|policy|events|store|commands|queries|messages|session|reactions|tasks|start')
const test = '\\.test\\.tsx?$'
const product = '^(app|components|lib)/|^(proxy|instrumentation)\\.ts$'
const platformFor = (names) => `^lib/platform/(${names.join('|')})(/|\\.ts$)`
const packages = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] }

const moduleMap = Object.entries(uses).map(([name, used]) => ({
  name: `map-${name}`,
  comment: `lib/${name} may use ${['platform', ...used].join(', ')} and nothing else of lib.`,
  severity: 'error',
  from: { path: `^lib/${name}/`, pathNot: test },
  to: { path: '^lib/', pathNot: `^lib/(platform|${[name, ...used].join('|')})/` },
}))

const house = [
  {
    name: 'unknown-module',
    comment: 'A module of lib that the map does not know: add its line.',
    from: { path: `^lib/(?!(platform|${modules})/)` },
    to: {},
  },
  {
    name: 'module-vocabulary',
    comment: 'A module has only schema, rules, policy, events, store, commands, queries and messages.',
    from: { path: '^lib/(?!platform/)[^/]+/', pathNot: [vocabulary, test] },
    to: {},
  },
  {
    name: 'platform-knows-no-domain',
    comment: 'The platform is under everything and knows nothing of it.',
    from: { path: '^lib/platform/', pathNot: test },
    to: { path: '^(lib/(?!platform/)|app/|components/)' },
  },
  {
    name: 'lib-knows-no-interface',
    comment: 'lib is entered by app; it never calls back.',
    from: { path: '^lib/' },
    to: { path: '^(app|components)/' },
  },
  {
    name: 'pure-files-use-pure-files',
    comment: 'schema, rules, policy, events and messages see other pure files and the plain part of the platform.',
    from: { path: pure, pathNot: test },
    to: { path: '^(lib|prisma)/', pathNot: [pure, platformFor(purePlatform)] },
  },
  {
    name: 'pure-files-use-no-package',
    comment: 'schema, rules, policy, events and messages use no package but zod, and nothing of Node.',
    from: { path: pure, pathNot: test },
    to: { dependencyTypes: [...packages.dependencyTypes, 'core'], pathNot: '(^|/)node_modules/zod/' },
  },
  {
    name: 'stores-are-private',
    comment: 'What is outside lib enters a module by its commands, its queries or its pure files.',
    from: { path: product, pathNot: ['^lib/', test] },
    to: { path: part('store') },
  },
  {
    name: 'components-are-given-everything',
    comment: 'A component receives data and actions as props; of a query it may know the type of the answer.',
    from: { path: '^components/', pathNot: test },
    to: { path: doors, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'components-stay-in-the-browser',
    comment: 'A component never reaches the server side: platform, Node, app.',
    from: { path: '^components/', pathNot: test },
    to: { path: '^(app/|lib/platform/)', pathNot: platformFor(purePlatform) },
  },
  {
    name: 'components-use-nothing-of-node',
    comment: 'A component may be sent to the browser, where Node is not.',
    from: { path: '^components/', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'ui-knows-no-domain',
    comment: 'components/ui is the plain layer of looks.',
    from: { path: '^components/ui/', pathNot: test },
    to: { path: '^(lib/(?!platform/)|components/(?!ui/))' },
  },
  {
    name: 'database-stays-in-lib',
    comment: 'Only lib talks to the database.',
    from: { path: '^(app|components)/', pathNot: test },
    to: { path: '(^prisma/|/node_modules/pg/|^node_modules/pg/|@prisma/)' },
  },
  {
    name: 'mail-is-a-reaction',
    comment: 'All mail is sent from reactions, after the fact.',
    from: { path: '^(app|components|lib/(?!platform/|reactions/))', pathNot: test },
    to: { path: '^lib/platform/mail' },
  },
  {
    name: 'product-without-tests',
    comment: 'What is shipped does not depend on tests or scripts.',
    from: { path: product, pathNot: test },
    to: { path: '^(tests|scripts)/' },
  },
  {
    name: 'product-without-development-packages',
    comment: 'A package that the running portal needs stands under dependencies.',
    from: { path: product, pathNot: test },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
  },
  { name: 'everything-resolves', comment: 'An import that leads nowhere.', from: {}, to: { couldNotResolve: true } },
  {
    name: 'no-cycles',
    comment: 'No cycles, except among types.',
    from: { path: product },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
].map((rule) => ({ severity: 'error', ...rule }))

const serverOnly = {
  name: 'doors-are-server-only',
  comment: "commands and queries begin with: import 'server-only'.",
  severity: 'error',
  module: { path: doors, pathNot: test },
  to: { path: 'node_modules/server-only/' },
}

module.exports = {
  forbidden: [...moduleMap, ...house],
  required: [serverOnly],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|prisma/generated|next-env\\.d\\.ts)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
