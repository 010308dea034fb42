import { Writable } from 'node:stream';
import { createLogger } from './logger';
import { keepRequestContext } from './request-context';

/** Lines that a logger wrote, as text. */
function written(log: (logger: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  log(createLogger('info', sink));
  return text;
}

describe('the log', () => {
  test('keeps a failed statement without the values it was given', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      query: 'INSERT INTO access_people',
      parameters: ['mira@artists.example'],
      detail: 'Key (email)=(mira@artists.example) already exists.',
      driverError: { parameters: ['mira@artists.example'] },
    });
    const text = written((log) => log.error({ error }, 'unexpected error'));
    expect(text).toContain('23505');
    expect(text).toContain('INSERT INTO access_people');
    expect(text).not.toContain('mira@artists.example');
  });

  test('never writes a password, a token or a cookie', () => {
    const text = written((log) =>
      log.info({ password: 'p4ss', req: { headers: { authorization: 'Bearer s3cret' } }, token: 't0ken' }),
    );
    expect(text).toContain('[redacted]');
    expect(text).not.toMatch(/p4ss|s3cret|t0ken/);
  });

  test('carries the id of the request on whose behalf it is written, and none without one', () => {
    const hooks = new Map<string, (request: object, reply: object, done: () => void) => void>();
    keepRequestContext({ addHook: (name: string, hook: never) => hooks.set(name, hook) } as never);
    const text = written((log) => {
      log.info('before');
      hooks.get('onRequest')?.({ id: 'req_1' }, {}, () => log.info('inside'));
      hooks.get('preValidation')?.({ id: 'req_1' }, {}, () => log.info('after the body'));
    });
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string; requestId?: string });
    expect(lines.map(({ msg, requestId }) => [msg, requestId])).toEqual([
      ['before', undefined],
      ['inside', 'req_1'],
      ['after the body', 'req_1'],
    ]);
  });
});
