// Everything that is written by a program from the sources: the API document, the client's types, the diagrams, the
// tables of permissions and errors, .env.example. `npm run sync` writes them, `npm run sync -- --check` fails on drift.
import './bootstrap.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const isCheck = process.argv.includes('--check');
const drifted = [];

/** Writes `text` to `file`, or with --check notes that it differs. */
function keep(file, text) {
  const target = path.join(root, file);
  const current = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
  if (current === text) return;
  drifted.push(file);
  if (isCheck) return;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

/** Types and comments of the DTO classes, which swc's output no longer has. */
async function metadata() {
  const { PluginMetadataGenerator } =
    await import('@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js');
  const { ReadonlyVisitor } = await import('@nestjs/swagger/plugin');
  const { default: ts } = await import('typescript');
  const draft = fs.mkdtempSync(path.join(root, 'node_modules/.cache-metadata-'));
  try {
    const config = ts.getParsedCommandLineOfConfigFile(
      path.join(root, 'tsconfig.build.json'),
      {},
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
    );
    new PluginMetadataGenerator().generate({
      visitors: [
        new ReadonlyVisitor({
          introspectComments: true,
          dtoFileNameSuffix: ['.dto.ts'],
          classValidatorShim: true,
          pathToSource: path.join(root, 'src'),
        }),
      ],
      outputDir: draft,
      tsProgramRef: ts.createProgram(config.fileNames, config.options),
    });
    const text = fs.readFileSync(path.join(draft, 'metadata.ts'), 'utf8');
    // require instead of import(): Node does not find the named exports of compiled CommonJS through import().
    return text.replace(/(?:await )?import\("(\.\/[^"]+)\.js"\)/g, 'require("$1")');
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

async function openApi(dist) {
  const { startEmbeddedPostgres } = await import('./lib/embedded-postgres.mjs');
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'atelier-sync-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'pg'),
    database: 'atelier',
    flags: { fsync: 'off' },
  });
  try {
    const { readSettings } = dist('src/platform/config/env.js');
    const { Settings } = dist('src/platform/config/settings.js');
    const settings = readSettings(Settings, {
      DATABASE_URL: postgres.url,
      ATELIER_DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      PORT: '0',
    });
    await dist('src/migrate.js').bringUpToDate(settings);
    const app = await dist('src/boot.js').createApp(settings);
    const document = await dist('src/openapi.js').openApiDocument(app);
    await app.close();
    return document;
  } finally {
    await postgres.destroy();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function clientTypes(document) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const text = astToString(await openapiTS(document));
  return `// Written from the API document by \`npm run sync\`.\n\n${text}`;
}

const text = await metadata();
keep('src/metadata.ts', text);
// The document is built from what was just written, also when only checking.
if (isCheck && drifted.length > 0) {
  process.stderr.write(`Out of date: ${drifted.join(', ')}. Run \`npm run sync\` and commit the result.\n`);
  process.exit(1);
}
const { transpile } = await import('./transpile.mjs');
await transpile();
const dist = (file) => require(path.join(root, 'dist', file));
dist('../node_modules/reflect-metadata');
const document = await openApi(dist);
const pages = await import('./lib/generated-pages.mjs');
keep('docs/generated/openapi.json', `${JSON.stringify(document, null, 1)}\n`);
keep('web/api/schema.d.ts', await clientTypes(document));
keep('.env.example', dist('src/platform/config/env.js').envExample());
keep(
  'docs/generated/workflows.md',
  pages.workflowsPage(
    dist('src/kernel/workflow.js').workflows(),
    dist('src/modules/program/domain/states.js'),
  ),
);
keep(
  'docs/generated/errors.md',
  pages.errorsPage(
    dist('src/kernel/refusal.js').refusalTables(),
    dist('src/platform/http/problem.js').STATUS,
  ),
);
keep('docs/generated/permissions.md', dist('src/modules/access/domain/matrix.js').permissionMatrix());
const { PERMISSIONS, SCOPES } = dist('src/modules/access/domain/permissions.js');
keep('docs/generated/routes.md', pages.routesPage(document, PERMISSIONS, SCOPES));
keep(
  'docs/generated/webhooks.md',
  pages.webhooksPage(dist('src/modules/notice/domain/webhook-events.js').WEBHOOK_EVENTS),
);
if (drifted.length === 0) process.stdout.write('Everything generated is up to date.\n');
else if (isCheck) {
  process.stderr.write(`Out of date: ${drifted.join(', ')}. Run \`npm run sync\` and commit the result.\n`);
  process.exit(1);
} else process.stdout.write(`Written: ${drifted.join(', ')}\n`);
process.exit(0);
