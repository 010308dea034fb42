import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { boot, type RunningApp } from '../../src/boot';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { startTestApp, type TestApp } from '../support/app';

let api: TestApp;
let worker: RunningApp;
let folder: string;

beforeAll(async () => {
  api = await startTestApp('roles', { roles: ['api'] });
  folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-roles-'));
  worker = await boot(
    readSettings(Settings, {
      DATABASE_URL: api.databaseUrl,
      ATELIER_ROLES: 'worker,dispatcher,relay',
      ATELIER_DATA_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'fatal',
    }),
  );
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a process by its roles', () => {
  test('without the role api it tells how it is, and answers nothing else', async () => {
    expect((await fetch(`${worker.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${worker.url}/metrics`)).status).toBe(200);
    expect((await fetch(`${worker.url}/api/v1/works`)).status).toBe(404);
    expect((await fetch(`${worker.url}/docs-json`)).status).toBe(404);
  });

  test('what one process commits, another one carries to its listeners', async () => {
    const { status } = await api.request('POST', '/api/v1/people', {
      body: { name: 'Ines', email: 'ines@example.org', password: 'a long enough password' },
    });
    expect(status).toBe(202);
    await api.settle();
    const told = await api.db.read(
      `SELECT n.kind FROM notice_notices n JOIN access_people p ON p.id = n.person_id WHERE p.email = 'ines@example.org'`,
    );
    expect(told.length).toBeGreaterThan(0);
  });
});
