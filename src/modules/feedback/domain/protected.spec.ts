import { isProtected } from './protected';

describe('feedback that protects whoever wrote it', () => {
  it.each([
    ['issue', 'critical', true],
    ['praise', 'critical', true],
    ['harm', null, true],
    ['rights', 'neutral', true],
    ['issue', null, false],
    ['praise', 'favourable', false],
  ] as const)('%s labelled %s: %s', (type, sentiment, expected) => {
    expect(isProtected(type, sentiment)).toBe(expected);
  });
});
