// One project per tier (house-style.md, Tests). `npm test` runs them one after the other; by hand:
// node --experimental-vm-modules node_modules/jest/bin/jest.js --selectProjects integration ledger
const fs = require('node:fs');

/** Tests tagged in their file name (`*.chromium.spec.ts`) need that tool; `npm test` lists the absent ones here. */
const missing = (process.env.ATELIER_MISSING_TOOLS ?? '').split(',').filter(Boolean);

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '\\.([mc]?[tj]sx?)$': '<rootDir>/jest.transform.cjs' },
  // Everything, node_modules too: jest.transform.cjs says why.
  transformIgnorePatterns: [],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...missing.map((tool) => `\\.${tool.replace(/-server$/, '')}(\\.[a-z]+)*\\.spec\\.ts$`),
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/web/dist', '<rootDir>/.atelier'],
};

const tier = (displayName, folder, more = {}) => ({
  ...shared,
  displayName,
  // A whole tier runs in groups (scripts/lib/test-groups.mjs).
  roots: [`<rootDir>/${folder}`, process.env.ATELIER_TEST_GROUPS].filter(Boolean),
  testMatch: ['**/*.spec.ts'],
  ...more,
});

/** Jest refuses a folder that is not there (yet). */
const exists = (project) => fs.existsSync(project.roots[0].replace('<rootDir>', __dirname));

/** One server for the whole run, one migrated template database; each file clones its own (test/support/database.ts). */
const withPostgres = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 30_000,
  projects: [
    tier('unit', 'src'),
    tier('architecture', 'test/architecture', withPostgres),
    tier('integration', 'test/integration', withPostgres),
    tier('contract', 'test/contract', withPostgres),
    tier('story', 'test/stories', withPostgres),
    tier('e2e', 'test/e2e', withPostgres),
  ].filter(exists),
};
