import {
  codeOfStatus,
  codeOfWords,
  failureOf,
  messageOf,
  parseRetryAfter,
  submissionOf,
  type HttpFault,
} from './answers.mapping';

const fault = (more: Partial<HttpFault>): HttpFault => ({
  kind: 'status',
  status: 500,
  retryAfter: null,
  body: undefined,
  text: '',
  ...more,
});

describe('what a server answered in place of what was asked for', () => {
  test.each([
    [400, 'INVALID_INPUT'], [401, 'AUTH'], [402, 'QUOTA'], [403, 'AUTH'], [408, 'TIMEOUT'], [422, 'INVALID_INPUT'],
    [429, 'RATE_LIMITED'], [500, 'TRANSIENT'], [503, 'TRANSIENT'],
  ] as const)('%i means %s', (status, code) => {
    expect(codeOfStatus(status)).toBe(code);
  }); // prettier-ignore

  test('a lost answer, a gateway’s time-out and a page leave open whether a submit arrived', () => {
    for (const open of [
      { kind: 'lost' as const },
      { kind: 'unreadable' as const },
      { status: 502 },
      { status: 504 },
    ])
      expect(submissionOf(fault(open)).state).toBe('unknown');
    for (const shut of [{ kind: 'unreached' as const, status: 0 }, { status: 500 }, { status: 429 }])
      expect(submissionOf(fault(shut)).state).toBe('failed');
  });

  test('Retry-After is read as seconds or as a date, and bounded', () => {
    const now = Date.parse('2026-11-26T10:00:00Z');
    expect(parseRetryAfter('7', now)).toBe(7);
    expect(parseRetryAfter('Thu, 26 Nov 2026 10:00:30 GMT', now)).toBe(30);
    expect(parseRetryAfter('1e9', now)).toBe(3_600);
    expect(parseRetryAfter('soon', now)).toBeNull();
    expect(parseRetryAfter(null, now)).toBeNull();
  });

  test('the vendor’s words are passed on from wherever they stand', () => {
    expect(messageOf(fault({ body: { error: { message: 'too long' } } }))).toBe('too long');
    expect(messageOf(fault({ body: { detail: 'no such model' } }))).toBe('no such model');
    expect(messageOf(fault({ status: 503 }))).toBe('The server answered 503.');
    expect(failureOf(fault({ status: 429, retryAfter: 9 }))).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfter: 9,
    });
  });

  test('free words give a code only where they are plain', () => {
    expect(codeOfWords('Prompt was flagged by moderation')).toBe('CONTENT_POLICY');
    expect(codeOfWords('CUDA error: out of memory')).toBe('TRANSIENT');
    expect(codeOfWords('insufficient_quota')).toBe('QUOTA');
    expect(codeOfWords('something else')).toBeNull();
  });
});
