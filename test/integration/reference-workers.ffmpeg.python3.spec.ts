import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { enrollArtist } from '../support/artist';
import { runNode } from '../support/processes';
import { workerKey } from '../support/remote-worker';
import { startS3Server, type S3Server } from '../support/s3-server';
import { Studio } from '../support/studio';

const ROOT = path.resolve(__dirname, '../..');

let studio: Studio;
let s3: S3Server;

beforeAll(async () => {
  s3 = await startS3Server();
  studio = await Studio.start('reference_workers', {
    ATELIER_POOL_SLOTS: '0',
    S3_BUCKET: s3.bucket,
    S3_ENDPOINT: s3.endpoint,
    S3_ACCESS_KEY_ID: s3.credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
  });
  await enrollArtist(studio.atelier, studio.program, 'artist');
}, 60_000);
afterAll(async () => {
  await studio?.stop();
  await s3?.stop();
});

async function environment(name: string): Promise<Record<string, string>> {
  const key = await workerKey(studio.atelier, name);
  return { ATELIER_URL: studio.atelier.url, ATELIER_WORKER_KEY: key.secret, WORKER_NAME: name };
}

/** A clip asked for, made by whoever is there, and read back by range from the bucket under a signed address. */
async function expectDelivered(model: string): Promise<void> {
  const { id } = await studio.submitted('artist');
  expect(await studio.until('artist', id)).toMatchObject({ state: 'succeeded', model });
  const link = await studio.ask<{ url: string }>('GET', `/generations/${id}/link`, 'artist');
  expect(link.body.url).toContain(s3.endpoint);
  const part = await fetch(link.body.url, { headers: { range: 'bytes=4-7' } });
  expect(part.status).toBe(206);
  expect(await part.text()).toBe('ftyp');
  expect((await studio.ask('GET', `/generations/${id}/link`, 'artist2')).status).toBe(404);
  const ranged = await studio.ask('GET', `/generations/${id}/video`, 'artist', undefined, {
    range: 'bytes=0-99',
  });
  expect(ranged.status).toBe(206);
}

describe('the reference workers, with the files on S3', () => {
  test('the one in TypeScript makes a clip, and leaves when it is told to stop', async () => {
    const worker = runNode(['dist/deploy/workers/worker.js'], await environment('ts'));
    await worker.prints(/registered as wrk_/);
    await expectDelivered('reference-ts-1');
    worker.child.kill('SIGTERM');
    expect((await worker.ended).code).toBe(0);
    const fleet = await studio.ask<{ items: object[] }>('GET', '/workers', 'manager');
    expect(fleet.body.items).toMatchObject([{ name: 'ts', state: 'gone', done: 1, lost: 0 }]);
  }, 90_000);

  test('the one in Python’s standard library does the same', async () => {
    const env = { ...process.env, ...(await environment('py')) };
    const child = spawn('python3', ['deploy/workers/worker.py'], { cwd: ROOT, env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    await expectDelivered('reference-py-1');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  }, 90_000);
});
