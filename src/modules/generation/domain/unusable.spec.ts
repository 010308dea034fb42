import { shotOf } from './unusable';

describe('a shot', () => {
  test('is the prompt, whatever its case and white space', () => {
    expect(shotOf({ prompt: ' A quiet  Harbour\n' })).toBe(shotOf({ prompt: 'a quiet harbour' }));
    expect(shotOf({ prompt: 'a quiet harbour' })).not.toBe(shotOf({ prompt: 'a quiet harbour at dawn' }));
  });
});
