import type { LostSubmit } from '../../domain/provider';
import { checkOf, findLost, predictionOf, progressOf, type Prediction } from './replicate.mapping';

const prediction = (more: Partial<Prediction>): Prediction => ({
  id: 'p1',
  status: 'starting',
  createdAt: 1_000_000,
  input: { prompt: 'a tide', seed: 7 },
  error: null,
  logs: '',
  link: null,
  isRemoved: false,
  ...more,
});

describe('the words of Replicate', () => {
  test('an output is a link, a list or a file of its own', () => {
    const read = (output: unknown) => predictionOf({ id: 'p', status: 'succeeded', output })?.link;
    expect([read('a'), read(['b']), read({ video: 'c' }), read(null)]).toEqual(['a', 'b', 'c', null]);
    expect(predictionOf({ detail: 'no' })).toBeNull();
  });

  test('every end has its code', () => {
    const code = (more: Partial<Prediction>) => {
      const check = checkOf(prediction(more));
      return check.state === 'failed' ? check.code : check.state;
    };
    expect(code({ status: 'failed', error: 'flagged as sensitive (E005)' })).toBe('CONTENT_POLICY');
    expect(code({ status: 'failed', error: 'out of memory (E1001)' })).toBe('TRANSIENT');
    expect(code({ status: 'canceled' })).toBe('CANCELLED');
    expect(code({ status: 'aborted' })).toBe('TIMEOUT');
    expect(code({ status: 'succeeded', link: 'a', isRemoved: true })).toBe('BAD_OUTPUT');
    expect(code({ status: 'succeeded', link: 'a' })).toBe('ready');
  });

  test('progress is the last percentage of the logs', () => {
    expect(progressOf(' 10%|█ | 3/30\n 40%|████ | 12/30')).toBe(0.4);
    expect(progressOf('loading')).toBe(0.05);
  });

  test('a lost submit has the same input, a picture apart', () => {
    const lost = { sentAt: new Date(1_000_000), taken: ['p1'] } as unknown as LostSubmit;
    const input = { prompt: 'a tide', seed: 7, image: 'data:image/png;base64,AA' };
    expect(findLost([prediction({}), prediction({ id: 'p2' })], input, lost)?.id).toBe('p2');
    expect(
      findLost([prediction({ id: 'p3', input: { prompt: 'a tide', seed: 8 } })], input, lost),
    ).toBeNull();
  });
});
