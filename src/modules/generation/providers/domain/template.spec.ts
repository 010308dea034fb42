import type { VideoRequest } from '../../domain/provider';
import { aspectOf, dataUriOf, fieldsOf, fill, mentions } from './template';

const REQUEST: VideoRequest = {
  requestId: 'gen_1.1',
  prompt: 'a tide {seed}',
  negativePrompt: null,
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

describe('a template', () => {
  test('gets whole values with their type, parts as text, and loses keys without a value', () => {
    const template = {
      prompt: '{prompt}',
      negative: '{negativePrompt}',
      n: { seed: '{seed}', length: '{seconds}s' },
      list: ['{fps}', true],
    };
    expect(fill(template, fieldsOf(REQUEST, null))).toEqual({
      prompt: 'a tide {seed}',
      n: { seed: 7, length: '5s' },
      list: [24, true],
    });
  });

  test('leaves words alone that it does not know', () => {
    expect(fill('{nothing} {aspect}', fieldsOf(REQUEST, null))).toBe('{nothing} 16:9');
  });

  test('tells which words it has a place for', () => {
    expect(mentions({ a: '{seed}' }, 'seed')).toBe(true);
    expect(mentions({ a: '{seeds}' }, 'seed')).toBe(false);
  });

  test('a reference picture travels as a data URI', () => {
    const reference = { contentType: 'image/png', content: Buffer.from('abc') } as const;
    expect(dataUriOf({ ...REQUEST, reference })).toBe('data:image/png;base64,YWJj');
    expect(dataUriOf(REQUEST)).toBeNull();
  });

  test('frames have the name of the nearest shape', () => {
    expect([aspectOf(720, 1280), aspectOf(1080, 1080), aspectOf(1920, 804)]).toEqual(['9:16', '1:1', '21:9']);
  });
});
