import type { VideoRequest } from './provider';
import { dress, looksFaults, type StylePreset } from './style';

const REQUEST: VideoRequest = {
  requestId: 'one',
  prompt: 'a $& quiet harbour',
  negativePrompt: 'people',
  style: 'none',
  seconds: 5,
  width: 1280,
  height: 720,
  fps: 24,
  seed: 7,
  draft: false,
  reference: null,
  parameters: {},
  mark: null,
};
const DUSK: StylePreset = {
  key: 'dusk',
  version: 2,
  looks: {
    any: { prompt: '{prompt}, at dusk', negativePrompt: 'noon' },
    fal: { parameters: { guidance: 4 } },
    procedural: { look: 'film35' },
  },
};

describe('a style', () => {
  test('is said in words to whoever has no line of its own', () => {
    expect(dress(REQUEST, DUSK, 'replicate')).toMatchObject({
      prompt: 'a $& quiet harbour, at dusk',
      negativePrompt: 'people, noon',
    });
  });

  test('is said in a provider’s own parameters, or as its own look', () => {
    expect(dress(REQUEST, DUSK, 'fal')).toMatchObject({
      prompt: REQUEST.prompt,
      parameters: { guidance: 4 },
    });
    expect(dress(REQUEST, DUSK, 'procedural').style).toBe('film35');
  });

  test('that says nothing to a provider changes nothing', () => {
    expect(dress(REQUEST, { ...DUSK, looks: { fal: {} } }, 'runway')).toBe(REQUEST);
    expect(dress(REQUEST, null, 'fal')).toBe(REQUEST);
  });

  test('is refused with every fault at once', () => {
    expect(
      looksFaults({ any: { prompt: 'no place' }, sora: {}, fal: { parameters: { a: [] }, size: 1 } }, [
        'fal',
      ]),
    ).toEqual([
      'sora: there is no such provider; there are any, fal',
      "any.prompt: must be text with {prompt} where the artist's words go",
      'fal: size is nothing a look has',
      'fal.parameters.a: must be text, a number, true or false',
    ]);
    expect(looksFaults([], [])).toHaveLength(1);
    expect(looksFaults({}, [])).toHaveLength(1);
  });
});
