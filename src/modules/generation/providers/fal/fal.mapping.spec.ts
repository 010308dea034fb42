import { codeOfRefusal, linkOf, wordsOf } from './fal.mapping';

const fault = (status: number, body: object): Parameters<typeof codeOfRefusal>[0] => ({
  kind: 'status',
  status,
  retryAfter: null,
  body,
  text: '',
});

describe('the words of fal', () => {
  test('a model’s refusal by policy is one, and passes its words on', () => {
    const refused = fault(422, { detail: [{ type: 'content_policy_violation', msg: 'No.' }] });
    expect(codeOfRefusal(refused)).toBe('CONTENT_POLICY');
    expect(wordsOf(refused)).toBe('No.');
    expect(codeOfRefusal(fault(422, { detail: [{ type: 'missing', msg: 'prompt' }] }))).toBeUndefined();
  });

  test('what went wrong with the queue passes, an empty account does not', () => {
    expect(codeOfRefusal(fault(504, { error_type: 'request_timeout' }))).toBe('TIMEOUT');
    expect(codeOfRefusal(fault(503, { error_type: 'runner_disconnected' }))).toBe('TRANSIENT');
    expect(codeOfRefusal(fault(403, { detail: 'User is locked. Reason: Exhausted balance.' }))).toBe('QUOTA');
  });

  test('the clip is found wherever a model puts it', () => {
    expect(linkOf({ video: { url: 'a' } })).toBe('a');
    expect(linkOf({ videos: [{ url: 'b' }] })).toBe('b');
    expect(linkOf({ images: [] })).toBeNull();
  });
});
