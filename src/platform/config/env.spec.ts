import 'reflect-metadata';
import { ConfigurationError, envExample, readSettings } from './env';
import { refusePlainHttp } from './plain-http';
import { Settings } from './settings';

const DATABASE_URL = 'postgres://a:b@localhost/c';

const faultsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readSettings(Settings, env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
};

describe('settings', () => {
  test('are complete with a database alone', () => {
    const settings = readSettings(Settings, { DATABASE_URL });
    expect(settings).toMatchObject({
      port: 3000,
      roles: ['api', 'worker', 'dispatcher', 'relay'],
      secureCookies: false,
    });
  });

  test('turn text into what the setting is', () => {
    const settings = readSettings(Settings, {
      DATABASE_URL,
      PORT: '0',
      ATELIER_ROLES: 'api, relay',
      ATELIER_SECURE_COOKIES: 'true',
    });
    expect(settings).toMatchObject({ port: 0, roles: ['api', 'relay'], secureCookies: true });
  });

  test('an empty variable counts as absent', () => {
    expect(readSettings(Settings, { DATABASE_URL, REDIS_URL: '', PORT: '' })).toMatchObject({ port: 3000 });
  });

  test('every fault is named at once, by the name of its variable', () => {
    const faults = faultsOf({
      DATABASE_URL: 'mysql://x',
      PORT: 'many',
      ATELIER_ROLES: 'api,cook',
      LOG_LEVEL: 'loud',
      ATELIER_SECRET: 'short',
    });
    expect(faults.map((fault) => fault.split(':')[0]).toSorted()).toEqual([
      'ATELIER_ROLES',
      'ATELIER_SECRET',
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
    ]);
    expect(faults.join('\n')).toContain('may name only api, worker, dispatcher, relay');
  });

  test('a missing database is explained', () => {
    expect(faultsOf({})).toEqual([expect.stringContaining('DATABASE_URL: is not set.')]);
  });

  test('the example file names every variable with its meaning', () => {
    expect(envExample()).toContain('# Postgres 16 or newer');
    expect(envExample().match(/^[A-Z_]+=/gm)?.length).toBeGreaterThan(12);
  });

  test.each(['0.0.0.0/0', '::/0', '*', 'true', 'proxy.example', '10.0.0.0/33', '10.0.0.0/x'])(
    'a proxy is named by its address: %s is not believed',
    (proxy) => {
      expect(faultsOf({ DATABASE_URL, TRUSTED_PROXIES: `10.0.0.7,${proxy}` })).toEqual([
        expect.stringContaining('TRUSTED_PROXIES'),
      ]);
    },
  );

  test('addresses and networks of proxies are taken', () => {
    const TRUSTED_PROXIES = '10.0.0.7, 192.168.0.0/16, fd00::/8, ::1';
    expect(readSettings(Settings, { DATABASE_URL, TRUSTED_PROXIES }).trustedProxies).toHaveLength(4);
  });
});

describe('the cookies of sessions', () => {
  const read = (env: NodeJS.ProcessEnv) => readSettings(Settings, { DATABASE_URL, ...env });
  const refusal = (env: NodeJS.ProcessEnv): string => {
    try {
      refusePlainHttp(read(env));
    } catch (error) {
      if (error instanceof ConfigurationError) return error.faults.join('\n');
      throw error;
    }
    return 'starts';
  };

  test.each([
    [{}, false],
    [{ PUBLIC_URL: 'http://localhost:3000' }, false],
    [{ PUBLIC_URL: 'https://atelier.example' }, true],
    [{ PUBLIC_URL: 'https://atelier.example', ATELIER_SECURE_COOKIES: 'false' }, false],
    [{ ATELIER_SECURE_COOKIES: 'true' }, true],
  ])('go over https alone where that is the public address: %j', (env, isSecure) => {
    expect(read(env).secureCookies).toBe(isSecure);
  });

  test.each([
    { PUBLIC_URL: 'http://atelier.example' },
    { PUBLIC_URL: 'http://192.168.1.20:3000' },
    { PUBLIC_URL: 'http://localhost.example' },
    { HOST: '0.0.0.0' },
    { HOST: '::' },
  ])('do not leave this machine in the clear: %j is refused, with both remedies', (env) => {
    expect(refusal(env)).toMatch(/PUBLIC_URL: .*https.*ATELIER_SECURE_COOKIES=false/);
    expect(refusal({ ...env, ATELIER_SECURE_COOKIES: 'false' })).toBe('starts');
    expect(refusal({ ...env, ATELIER_ROLES: 'worker,relay' })).toBe('starts');
  });

  test.each([
    {},
    { HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:3000' },
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://atelier.example' },
    { PUBLIC_URL: 'http://[::1]:3000' },
    { PUBLIC_URL: 'http://127.0.0.1:3000' },
  ])('are of no concern on this machine or behind https: %j starts', (env) => {
    expect(refusal(env)).toBe('starts');
  });
});
