import http from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { Outgoing } from '../../src/platform/http/outgoing';

/** A server on loopback that counts who came: nobody may. */
let canary: http.Server;
let port: number;
let calls: { method: string; url: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;

beforeAll(async () => {
  canary = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      calls.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => canary.listen(0, '0.0.0.0', resolve));
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => canary.close(resolve)));
beforeEach(() => {
  calls = [];
  answer = (_request, response) => response.end('fine');
});

/** A resolver that answers each time with the next of `addresses`, then with the last for ever. */
function resolver(...addresses: string[]): LookupFunction & { asked: number } {
  const lookup = Object.assign(
    ((_host, options, done) => {
      const address = addresses[Math.min(lookup.asked, addresses.length - 1)] as string;
      lookup.asked += 1;
      const family = address.includes(':') ? 6 : 4;
      if (options.all === true) done(null, [{ address, family }]);
      else done(null, address, family);
    }) as LookupFunction,
    { asked: 0 },
  );
  return lookup;
}

const closed = new Outgoing({ outgoingHosts: [] });
const opened = (): Outgoing => new Outgoing({ outgoingHosts: [`127.0.0.1`] });

describe('an outgoing call', () => {
  test.each([
    'https://127.0.0.1/', 'https://[::1]/', 'https://0.0.0.0/', 'https://0x7f000001/', 'https://2130706433/', 'https://127.1/',
    'https://[::ffff:10.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://169.254.169.254/latest/meta-data', 'https://localhost/',
    'https://localhost./', 'https://metadata.google.internal/', 'https://10.1.2.3/', 'https://172.16.0.1/', 'https://192.168.1.1/',
    'https://100.64.0.1/', 'https://[fd00::1]/', 'https://[fe80::1]/', 'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/', 'https://[::]/',
    'https://①②⑦.0.0.1/', 'https://127。0。0。1/', 'https://224.0.0.1/', 'https://0177.0.0.1/',
  ])('never reaches %s', async (address) => {
    await expect(closed.send(address)).rejects.toMatchObject({ fault: 'forbidden_address' });
  }); // prettier-ignore

  test.each([
    ['http://example.org/', 'not_https'],
    ['ftp://example.org/', 'bad_address'],
    ['file:///etc/passwd', 'bad_address'],
    ['gopher://example.org/', 'bad_address'],
    ['https://[fe80::1%25eth0]/', 'bad_address'],
    ['not an address', 'bad_address'],
    ['https://a@example.org/', 'has_credentials'],
    ['https://a:b@127.0.0.1/', 'has_credentials'],
    ['https://example.org:5432/', 'forbidden_port'],
  ])('is refused before a look-up: %s is %s', async (address, fault) => {
    const lookup = resolver('93.184.216.34');
    await expect(new Outgoing({ outgoingHosts: [] }, lookup).send(address)).rejects.toMatchObject({ fault });
    expect(lookup.asked).toBe(0);
  });

  test.each(['127.0.0.1', '10.0.0.7', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::7'])(
    'does not follow a name to %s',
    async (address) => {
      const outgoing = new Outgoing({ outgoingHosts: [] }, resolver(address));
      await expect(outgoing.send('https://innocent.example/')).rejects.toMatchObject({
        fault: 'forbidden_address',
      });
    },
  );

  test('a name that changes its mind after the check is connected to where it was checked', async () => {
    const lookup = resolver('192.0.2.1', '127.0.0.1'); // 192.0.2.0/24 is nobody's, and not public
    const outgoing = new Outgoing({ outgoingHosts: [] }, lookup);
    await expect(outgoing.send(`https://flips.example/`)).rejects.toMatchObject({
      fault: 'forbidden_address',
    });
    const second = resolver('203.0.114.1', '127.0.0.1'); // public and silent: no second look-up may come
    const patient = new Outgoing({ outgoingHosts: [] }, second);
    await expect(patient.send('https://flips.example/', { timeoutMs: 300 })).rejects.toBeInstanceOf(Error);
    expect(second.asked).toBe(1);
    expect(calls).toEqual([]);
  });

  test('reaches a host of the own network only when it is named, by name, address or network', async () => {
    const at = `http://127.0.0.1:${port}/hook`;
    await expect(closed.send(at)).rejects.toMatchObject({ fault: 'not_https' });
    for (const host of ['127.0.0.1', '127.0.0.0/8', `127.0.0.1:${port}`]) {
      const { status, body } = await new Outgoing({ outgoingHosts: [host] }).send(at);
      expect([status, String(body)]).toEqual([200, 'fine']);
    }
    const named = new Outgoing({ outgoingHosts: ['gpu.lan'] }, resolver('127.0.0.1'));
    expect((await named.send(`http://gpu.lan:${port}/`)).status).toBe(200);
    await expect(named.send(`https://other.lan/`)).rejects.toMatchObject({ fault: 'forbidden_address' });
  });

  test('takes no redirect by itself, checks each it is told to follow, and hands no credential on', async () => {
    const at = `http://127.0.0.1:${port}`;
    answer = (request, response) => {
      const to: Record<string, string> = {
        '/in': 'https://10.0.0.1/',
        '/on': '/end',
        '/out': `http://127.0.0.2:${port}/end`,
      };
      const location = to[request.url ?? ''];
      response
        .writeHead(location === undefined ? 200 : 302, location === undefined ? {} : { location })
        .end();
    };
    expect((await opened().send(`${at}/in`)).status).toBe(302);
    await expect(opened().send(`${at}/in`, { redirects: 3 })).rejects.toMatchObject({
      fault: 'forbidden_address',
    });
    expect((await opened().send(`${at}/on`, { redirects: 1 })).url).toBe(`${at}/end`);
    await expect(opened().send(`${at}/out`, { redirects: 1 })).rejects.toMatchObject({ fault: 'not_https' });
    const both = new Outgoing({ outgoingHosts: ['127.0.0.0/8'] });
    calls = [];
    await both.send(`${at}/out`, { redirects: 1, headers: { authorization: 'Bearer secret' } });
    expect(calls.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', undefined]);
    await expect(opened().send(`${at}/on`, { method: 'POST', redirects: 1 })).rejects.toMatchObject({
      fault: 'too_many_redirects',
    });
  });

  test('ends when the answer is too large or too slow, and says which', async () => {
    const at = `http://127.0.0.1:${port}/`;
    answer = (_request, response) => response.end(Buffer.alloc(70_000));
    await expect(opened().send(at)).rejects.toMatchObject({ fault: 'too_large' });
    answer = (_request, response) => void response.write('begins');
    await expect(opened().send(at, { timeoutMs: 200 })).rejects.toMatchObject({ fault: 'too_slow' });
    await expect(opened().send('http://127.0.0.1:1/')).rejects.toMatchObject({ fault: 'unreachable' });
  });

  test('serves as fetch for the clients of vendors, with the same checks', async () => {
    answer = (_request, response) =>
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"ok":true}');
    const { fetch } = opened();
    const response = await fetch(`http://127.0.0.1:${port}/v1/videos`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect([response.status, await response.json()]).toEqual([201, { ok: true }]);
    expect(calls[0]).toMatchObject({ method: 'POST', url: '/v1/videos', body: '{"a":1}' });
    answer = (_request, response) => response.writeHead(204).end();
    expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'DELETE' })).status).toBe(204);
    await expect(fetch('https://169.254.169.254/')).rejects.toMatchObject({ fault: 'forbidden_address' });
  });
});
