import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { whyStale } from '../../scripts/lib/install.mjs';
import { LockHeld, takeLock } from '../../scripts/lib/lock.mjs';
import { checkNodeVersion } from '../../scripts/lib/node-version.mjs';
import { birthOf, isLive, tryPort, waitUntil } from '../../scripts/lib/processes.mjs';
import { transpile } from '../../scripts/transpile.mjs';
import { openFolder, runNode, runScript, type Running } from '../support/processes';

let folder: Awaited<ReturnType<typeof openFolder>>;

beforeEach(async () => {
  folder = await openFolder();
});

afterEach(() => folder.remove());

describe('Node', () => {
  it.each(['v18.20.8', 'v20.18.3', 'v21.7.0', 'v22.11.0'])('%s is refused in one sentence', (version) => {
    expect(() => checkNodeVersion(version)).toThrow(
      `Atelier needs Node 20.19 or newer (22.12 or newer within 22), and this is ${version}: install a current Node and run the command again.`,
    );
  });

  it.each(['v20.19.0', 'v22.12.0', 'v23.0.0', 'v24.1.0'])('%s is taken', (version) => {
    expect(() => checkNodeVersion(version)).not.toThrow();
  });
});

describe('node_modules', () => {
  const host = { platform: 'linux', arch: 'x64' };
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-linux': { version: '2.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
    'node_modules/b-darwin': { version: '2.0.0', optional: true, os: ['darwin'], cpu: ['x64'] },
  };
  const complete = {
    'node_modules/a': wanted['node_modules/a'],
    'node_modules/b-linux': wanted['node_modules/b-linux'],
  };

  async function whyStaleWith(found: object | undefined): Promise<string | undefined> {
    await writeFile(path.join(folder.path, 'package-lock.json'), JSON.stringify({ packages: wanted }));
    await mkdir(path.join(folder.path, 'node_modules'));
    const hidden = path.join(folder.path, 'node_modules', '.package-lock.json');
    if (found) await writeFile(hidden, JSON.stringify({ packages: found }));
    return whyStale(folder.path, host);
  }

  it('is fresh after an npm ci by hand, without builds for other platforms', async () => {
    expect(await whyStaleWith(complete)).toBeUndefined();
  });

  it('is stale when the install was interrupted, before npm wrote its own list', async () => {
    expect(await whyStaleWith(undefined)).toBe('not installed yet');
  });

  it('is stale when the lock file asks for another version', async () => {
    expect(await whyStaleWith({ ...complete, 'node_modules/a': { version: '0.9.0' } })).toBe(
      'node_modules/a is 0.9.0, not 1.0.0',
    );
  });

  it('is stale when it was copied from another platform', async () => {
    expect(await whyStaleWith({ 'node_modules/a': wanted['node_modules/a'] })).toBe(
      'node_modules/b-linux is missing',
    );
  });

  it('is stale when a left-over nested copy would shadow the chosen version', async () => {
    const nested = 'node_modules/a/node_modules/c';
    expect(await whyStaleWith({ ...complete, [nested]: { version: '1.0.0' } })).toBe(
      `${nested} is left over`,
    );
  });
});

describe('the lock of a data folder', () => {
  it('is refused while its holder lives and taken over after a kill -9', async () => {
    const file = path.join(folder.path, 'atelier.lock');
    const holder = runScript(`
      const { takeLock } = await at('scripts/lib/lock.mjs');
      takeLock(${JSON.stringify(file)}, { url: 'http://localhost:1' });
      console.log('held');
      setInterval(() => {}, 1000);`);
    await holder.prints(/held/);
    expect(() => takeLock(file)).toThrow(LockHeld);
    holder.child.kill('SIGKILL');
    await holder.ended;
    const lock = takeLock(file);
    expect(lock.previous).toMatchObject({ pid: holder.pid, url: 'http://localhost:1' });
    lock.release();
    expect(await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error.code)).toBe('ENOENT');
  });

  it('does not mistake another program with the same pid for its holder', async () => {
    const file = path.join(folder.path, 'atelier.lock');
    await writeFile(file, JSON.stringify({ pid: process.pid, birth: '1' }));
    expect(birthOf(process.pid)).not.toBe('1');
    expect(() => takeLock(file).release()).not.toThrow();
  });
});

describe('transpile', () => {
  it('does nothing when nothing changed, and only what changed otherwise', async () => {
    const where = { base: folder.path, roots: ['src'] };
    await mkdir(path.join(folder.path, 'src'));
    await writeFile(path.join(folder.path, 'src/a.ts'), 'export const a: number = 1;');
    await writeFile(path.join(folder.path, 'src/b.ts'), 'export const b: number = 2;');
    expect(await transpile(where)).toMatchObject({ files: 2, changed: 2 });
    expect(await transpile(where)).toMatchObject({ files: 2, changed: 0 });
    await writeFile(path.join(folder.path, 'src/b.ts'), 'export const b: number = 3;');
    expect(await transpile(where)).toMatchObject({ files: 2, changed: 1 });
    expect(await readFile(path.join(folder.path, 'dist/src/b.js'), 'utf8')).toContain('b = 3');
    expect(await readFile(path.join(folder.path, 'dist/src/a.js'), 'utf8')).toContain('a = 1');
  });
});

describe('npm start', () => {
  const running: Running[] = [];

  function npmStart(env: Record<string, string>): Running {
    const started = runNode(['scripts/start.mjs', '--no-portal'], {
      ATELIER_DATA_DIR: folder.path,
      LOG_LEVEL: 'error',
      PORT: '0',
      ...env,
    });
    running.push(started);
    return started;
  }

  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGTERM');
      await ended;
    }
  });

  it('names a port that is taken, with the remedy', async () => {
    const server: Server = createServer().listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await npmStart({ PORT: String(port) }).ended;
    server.close();
    expect(stderr).toMatch(
      new RegExp(
        `^Port ${port} is taken by another program: stop it, or choose another port, such as PORT=\\d+\\.\n$`,
      ),
    );
    expect(code).toBe(1);
  });

  it('names a PORT that is no port', async () => {
    const { code, stderr } = await npmStart({ PORT: 'web' }).ended;
    expect(stderr).toBe('PORT must be a number from 1 to 65535 and is "web": correct it or leave it out.\n');
    expect(code).toBe(1);
  });

  it('passes on what the application says about a wrong DATABASE_URL, and its exit code', async () => {
    const { code, stderr } = await npmStart({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }).ended;
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('DATABASE_URL');
    expect([69, 78]).toContain(code);
  }, 60_000);

  it('refuses a second start, survives kill -9, and leaves nothing running', async () => {
    const first = npmStart({});
    const url = (await first.prints(/ready at (\S+) after/))[1] ?? '';
    const second = await npmStart({}).ended;
    expect(second.stderr).toBe(
      `Atelier already runs here, ${url}: stop it, or set ATELIER_DATA_DIR to another folder.\n`,
    );
    const { appPid } = JSON.parse(await readFile(path.join(folder.path, 'atelier.lock'), 'utf8')) as {
      appPid: number;
    };
    first.child.kill('SIGKILL');
    await first.ended;

    const third = npmStart({ PORT: new URL(url).port });
    expect((await third.prints(/ready at (\S+) after/))[1]).toBe(url);
    expect(isLive(appPid)).toBe(false);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);

    third.child.kill('SIGTERM');
    expect((await third.ended).code).toBe(0);
    expect(await waitUntil(() => tryPort(Number(new URL(url).port)), 2000)).toBeTruthy();
  }, 120_000);
});
