import path from 'node:path';
import { openFolder, runNode } from '../support/processes';

interface Outcome {
  ok: boolean;
  steps: { name: string; ms: number }[];
  videos: { width: number; height: number; seconds: number; frames: number }[];
  ledger: { credits: { held: number } };
}

describe('npm run demo', () => {
  test('killed in the middle, it plays to its end the next time', async () => {
    const folder = await openFolder();
    const env = { ATELIER_DATA_DIR: path.join(folder.path, 'demo') };
    try {
      const first = runNode(['scripts/demo.mjs'], env);
      await first.prints(/batch of two submitted/);
      first.child.kill('SIGKILL');
      await first.ended;

      const second = await runNode(['scripts/demo.mjs', '--json'], env).ended;
      expect({ code: second.code, stderr: second.stderr }).toEqual({ code: 0, stderr: '' });
      const outcome = JSON.parse(second.stdout.trim().split('\n').at(-1) ?? '') as Outcome;
      expect(outcome.ok).toBe(true);
      const clips = outcome.videos.map(({ width, height, seconds, frames }) => [
        width,
        height,
        seconds,
        frames,
      ]);
      expect(clips).toEqual([
        [1280, 720, 6, 144],
        [854, 480, 4, 96],
        [854, 480, 4, 96],
        [480, 854, 5, 120],
        [1280, 720, 6, 144],
      ]);
      expect(outcome.ledger.credits.held).toBe(0);
      expect(outcome.steps.map(({ name }) => name)).toEqual(
        expect.arrayContaining([
          'bad request refused',
          'cancelled one',
          'overturned by another person',
          'own draft not approved',
          'paid and settled',
          'public report',
        ]),
      );
    } finally {
      await folder.remove();
    }
  }, 300_000);
});
