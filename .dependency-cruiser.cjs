// The map of modules, held by a machine. Left never knows right: a module may import the modules before it, and of
// another module only its face (`index.ts`) or its pure words (`contract.ts`).
const ORDER = [
  'access',
  'audit',
  'ledger',
  'draw',
  'redress',
  'program',
  'enrollment',
  'quota',
  'generation',
  'approval',
  'feedback',
  'compensation',
  'grants',
  'payouts',
  'reports',
];

const DOMAIN = ['^src/modules/[^/]+/domain/', '^src/modules/[^/]+/providers/[^/]+/domain/'];

const inside = (names) => `^src/modules/(${names.join('|')})/`;

const leftToRight = ORDER.slice(0, -1).map((name, index) => ({
  name: `${name}-knows-nothing-to-its-right`,
  severity: 'error',
  from: { path: inside([name]) },
  to: { path: inside(ORDER.slice(index + 1)) },
}));

const faces = [...ORDER, 'notice'].map((name) => ({
  name: `${name}-is-entered-by-its-face`,
  severity: 'error',
  comment: 'index.ts is what others may inject, contract.ts what they may name; everything else is private',
  from: { path: '^src/', pathNot: [`^src/modules/${name}/`, '^src/entities\\.ts$'] },
  to: { path: `^src/modules/${name}/`, pathNot: `^src/modules/${name}/(index|contract)\\.ts$` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { path: '^src' }, to: { circular: true } },
    {
      name: 'kernel-imports-kernel',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { pathNot: '^src/kernel/|^node_modules/ulid' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules/|[a-z.-]+\\.ts$)' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'rules are testable without Nest, database or clock',
      from: { path: DOMAIN },
      to: {
        pathNot: ['^src/kernel/', ...DOMAIN, '^src/modules/[^/]+/contract\\.ts$', '^(crypto|zlib)$'],
      },
    },
    {
      name: 'contract-is-pure',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/contract\\.ts$' },
      to: { pathNot: ['^src/kernel/', '^src/modules/[^/]+/domain/', '^src/modules/[^/]+/contract\\.ts$'] },
    },
    {
      name: 'notice-is-told-only',
      severity: 'error',
      comment: 'nobody calls notice: it listens',
      from: { path: '^src/modules/', pathNot: '^src/modules/notice/' },
      to: { path: '^src/modules/notice/' },
    },
    {
      name: 'notice-reads-words-only',
      severity: 'error',
      comment:
        'it asks access who somebody is and writes its own acts into the audit log; else it only listens',
      from: { path: '^src/modules/notice/' },
      to: {
        path: '^src/modules/',
        pathNot: [
          '^src/modules/notice/',
          '^src/modules/access/',
          '^src/modules/audit/index\\.ts$',
          '^src/modules/[^/]+/contract\\.ts$',
        ],
      },
    },
    {
      name: 'vendors-stay-outside',
      severity: 'error',
      comment: 'vendor SDKs live in providers, rails and platform',
      from: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/(providers|rails)/' },
      to: { path: '^node_modules/(stripe|openai|replicate|ioredis|bullmq|pg|nodemailer)/' },
    },
    {
      name: 'taking-part-is-voluntary',
      severity: 'error',
      comment:
        'no rule of selection, renewal, quota, grant or showcase may read what anybody reported (G13); the rest is held by test/architecture/voluntary.spec.ts',
      from: {
        path:
          inside(['program', 'enrollment', 'draw', 'quota', 'grants']) +
          '|^src/modules/approval/(works|showcase)/',
      },
      to: { path: '^src/modules/feedback/' },
    },
    ...leftToRight,
    ...faces,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.spec\\.ts$|^src/metadata\\.ts$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
