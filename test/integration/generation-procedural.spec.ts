import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { probeVideo } from '../../src/platform/media/probe';
import { startTestApp, type TestApp } from '../support/app';
import { enrollArtist } from '../support/artist';
import { openProgram } from '../support/program';

interface Clip {
  readonly id: string;
  readonly state: string;
  readonly model: string;
  readonly failure: object | null;
}

let atelier: TestApp;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-clip-'));
  atelier = await startTestApp('generation_procedural');
}, 60_000);
afterAll(async () => {
  await atelier?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the built-in renderer', () => {
  test('makes a real clip of the size, length and rate asked for, from submit to download', async () => {
    const program = await openProgram(atelier);
    await enrollArtist(atelier, program.id);
    const { status, body } = await atelier.request<{ generations: Clip[] }>('POST', '/api/v1/generations', {
      as: 'artist',
      body: { prompt: 'a lighthouse above a calm ocean at dusk', style: 'cinematic', seconds: 2, resolution: '360p', fps: 25, aspect: '2.39:1', draft: false },
    }); // prettier-ignore
    expect(status).toBe(201);
    const id = body.generations[0]?.id ?? '';
    let clip = body.generations[0] as Clip;
    for (let turn = 0; turn < 500 && !['succeeded', 'failed'].includes(clip.state); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      clip = (await atelier.request<Clip>('GET', `/api/v1/generations/${id}`, { as: 'artist' })).body;
    }
    expect(clip).toMatchObject({ state: 'succeeded', failure: null, model: 'atelier-procedural-1' });
    const video = await fetch(`${atelier.url}/api/v1/generations/${id}/video`, {
      headers: { cookie: atelier.people.artist.cookie },
    });
    const file = path.join(folder, 'clip.mp4');
    await writeFile(file, Buffer.from(await video.arrayBuffer()));
    expect(await probeVideo(file)).toMatchObject({
      ok: true,
      facts: { width: 640, height: 268, fps: 25, seconds: 2, frames: 50, codec: 'avc' },
    });
  }, 60_000);
});
