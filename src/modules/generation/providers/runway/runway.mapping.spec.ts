import { checkOf, codeOfFailure, codeOfRefusal } from './runway.mapping';

describe('the words of Runway', () => {
  test.each([
    ['SAFETY.INPUT.TEXT', 'CONTENT_POLICY'],
    ['INPUT_PREPROCESSING.SAFETY.TEXT', 'CONTENT_POLICY'],
    ['INPUT_PREPROCESSING.INTERNAL', 'TRANSIENT'],
    ['INTERNAL.BAD_OUTPUT.CODE01', 'BAD_OUTPUT'],
    ['INTERNAL', 'TRANSIENT'],
    ['ASSET.INVALID', 'INVALID_INPUT'],
    ['SAFETYNET', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ] as const)('%s is %s', (failureCode, code) => {
    expect(codeOfFailure(failureCode)).toBe(code);
  });

  test('a task says how far it is', () => {
    expect(checkOf({ status: 'THROTTLED' })).toEqual({ state: 'running', progress: 0 });
    expect(checkOf({ status: 'RUNNING', progress: 0.3 })).toEqual({ state: 'running', progress: 0.3 });
    expect(checkOf({ status: 'SUCCEEDED', output: ['a'] })).toEqual({ state: 'ready' });
    expect(checkOf({ status: 'SUCCEEDED', output: [] })).toMatchObject({ code: 'BAD_OUTPUT' });
    expect(checkOf('<html>').state).toBe('unclear');
  });

  test('an account without credits is said with a status of its own', () => {
    const fault = { kind: 'status', status: 400, retryAfter: null, text: '' } as const;
    expect(codeOfRefusal({ ...fault, body: { error: 'You do not have enough credits.' } })).toBe('QUOTA');
    expect(codeOfRefusal({ ...fault, body: { error: 'Validation of body failed' } })).toBeUndefined();
  });
});
