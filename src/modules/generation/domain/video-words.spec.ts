import { GENERATION_STATES } from './generation.workflow';
import { VIDEO_STATUSES, videoStatus, wishOf } from './video-words';

const models = ['lumen-1'];

describe('a request in the words of /v1/videos', () => {
  test('has the defaults of that API', () => {
    expect(wishOf({ prompt: ' a lighthouse ' }, models)).toEqual({
      prompt: 'a lighthouse',
      seconds: 4,
      resolution: '720p',
      aspect: '9:16',
      model: null,
    });
  });

  test('takes seconds as text or number, and every size there is', () => {
    const wish = wishOf({ prompt: 'sea', seconds: 8, size: '1920x1080', model: 'lumen-1' }, models);
    expect(wish).toMatchObject({ seconds: 8, resolution: '1080p', aspect: '16:9', model: 'lumen-1' });
  });

  test.each([
    [{}, 'prompt', '3 to 2000 characters'],
    [{ prompt: 7 }, 'prompt', '3 to 2000'],
    [{ prompt: 'sea', seconds: '4.5' }, 'seconds', '1 to 60'],
    [{ prompt: 'sea', seconds: '61' }, 'seconds', '1 to 60'],
    [{ prompt: 'sea', seconds: {} }, 'seconds', '1 to 60'],
    [{ prompt: 'sea', size: '1792x1024' }, 'size', '1280x720'],
    [{ prompt: 'sea', size: '720p' }, 'size', '720x1280'],
    [{ prompt: 'sea', model: 'sora-2' }, 'model', 'there are: lumen-1'],
    [{ prompt: 'sea', input_reference: {} }, 'input_reference', 'words only'],
    [{ prompt: 'sea', fps: 30 }, 'fps', 'not known here'],
  ])('names what cannot be (%#)', (fields, param, words) => {
    const fault = wishOf(fields, models);
    expect(fault).toMatchObject({ param });
    expect('says' in fault && fault.says).toContain(words);
  });

  test('has a word of that API for every state', () => {
    expect(new Set(GENERATION_STATES.map(videoStatus))).toEqual(new Set(VIDEO_STATUSES));
  });
});
