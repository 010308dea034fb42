import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { applicationMoved } from '../../src/modules/enrollment/contract';
import { MailService } from '../../src/modules/notice/mails/mail.service';
import { Outbox } from '../../src/platform/outbox/outbox';
import { startTestApp, type TestApp } from '../support/app';

interface Received {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly text: string;
}

/** A real mail server that keeps what it is given and can be told to refuse. */
class Postbox {
  readonly received: Received[] = [];
  /** Answer to every recipient instead of taking it, e.g. 451 or 550. */
  refuseWith: number | null = null;
  private server: SMTPServer | undefined;

  constructor(readonly port: number) {}

  async open(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: (_address, _session, done) => {
        done(
          this.refuseWith === null ? null : Object.assign(new Error('no'), { responseCode: this.refuseWith }),
        );
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const messageId = /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim() ?? '';
          this.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), messageId, text });
          done();
        });
      },
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server !== undefined) await new Promise<void>((resolve) => server.close(() => resolve()));
    this.server = undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('not so after 10 s');
}

describe('mail through a real server', () => {
  let atelier: TestApp;
  let postbox: Postbox;
  beforeAll(async () => {
    postbox = new Postbox(await freePort());
    await postbox.open();
    atelier = await startTestApp('mail', {
      env: { SMTP_URL: `smtp://127.0.0.1:${postbox.port}`, PUBLIC_URL: 'https://atelier.example/' },
    });
  }, 60_000);
  afterAll(async () => {
    await atelier?.stop();
    await postbox.close();
  });
  beforeEach(() => {
    postbox.received.length = 0;
    postbox.refuseWith = null;
  });

  interface MailRow {
    readonly id: string;
    readonly state: string;
    readonly attempts: number;
    readonly last_error: string | null;
    readonly wait: number;
  }

  /** Invites the artist and returns the mail's row as soon as `isSo`. */
  async function invited(isSo: (row: MailRow) => boolean): Promise<MailRow> {
    const { id: personId } = atelier.people.artist;
    const move = {
      applicationId: 'app_a',
      programId: 'prg_a',
      personId,
      verb: 'invite',
      from: 'in_review',
      to: 'invited',
    } as const;
    await atelier.db.tx((tx) => atelier.app.get(Outbox).add(tx, applicationMoved, move));
    await atelier.settle();
    await until(async () => isSo(await newest()));
    return newest();
  }
  async function newest(): Promise<MailRow> {
    const [row] = await atelier.db.read<MailRow>(
      `SELECT id, state, attempts, last_error, extract(epoch FROM next_try_at - now())::int AS wait
       FROM notice_mails ORDER BY id DESC LIMIT 1`,
    );
    return row as MailRow;
  }
  const makeDue = () =>
    atelier.db.tx((tx) =>
      tx.run(`UPDATE notice_mails SET next_try_at = now() - interval '1 minute' WHERE state = 'queued'`),
    );
  const mails = () => atelier.app.get(MailService);

  it('arrives with the address of the portal and a Message-ID of its own', async () => {
    const row = await invited(({ state }) => state === 'sent');
    expect(postbox.received).toHaveLength(1);
    const [mail] = postbox.received;
    expect(mail?.to).toEqual([atelier.people.artist.email]);
    expect(mail?.messageId).toBe(`<${row.id}@atelier>`);
    expect(mail?.text).toContain('Subject: You are invited');
    expect(mail?.text).toContain('https://atelier.example/studio/enrollment');
  });

  it('waits for a server that is away and leaves when it is back', async () => {
    await postbox.close();
    const row = await invited(({ attempts, last_error }) => attempts === 1 && last_error !== null);
    expect(row).toMatchObject({ state: 'queued', last_error: expect.stringContaining('ECONNREFUSED') });
    expect(row.wait).toBeGreaterThan(5);
    await postbox.open();
    await makeDue();
    expect(await mails().sweep()).toBe(1);
    await until(async () => (await newest()).state === 'sent');
    expect(postbox.received.map(({ messageId }) => messageId)).toEqual([`<${row.id}@atelier>`]);
  });

  it('is tried again after "not now" and given up after "never"', async () => {
    postbox.refuseWith = 451;
    const later = await invited(({ last_error }) => last_error !== null);
    expect(later.state).toBe('queued');
    postbox.refuseWith = 550;
    await makeDue();
    await mails().deliver(later.id);
    expect(await newest()).toMatchObject({
      state: 'failed',
      attempts: 2,
      last_error: expect.stringContaining('550'),
    });
    const history = await atelier.db.read(
      'SELECT verb, to_state FROM notice_mails_history WHERE subject_id = $1',
      [later.id],
    );
    expect(history).toEqual([{ verb: 'giveUp', to_state: 'failed' }]);
    await makeDue();
    await mails().deliver(later.id);
    expect(postbox.received).toHaveLength(0);
  });

  it('is handed over once when several workers have the same job', async () => {
    await postbox.close();
    const row = await invited(({ last_error }) => last_error !== null);
    await postbox.open();
    await makeDue();
    await Promise.all([1, 2, 3, 4, 5].map(() => mails().deliver(row.id)));
    expect(postbox.received).toHaveLength(1);
  });

  it('goes out again, under the same Message-ID, when the process died between handing over and noting it', async () => {
    const row = await invited(({ state }) => state === 'sent');
    await atelier.db.tx((tx) =>
      tx.run(
        `UPDATE notice_mails SET state = 'queued', next_try_at = now() + interval '2 minutes' WHERE id = $1`,
        [row.id],
      ),
    );
    await mails().deliver(row.id);
    expect(postbox.received).toHaveLength(1);
    await makeDue();
    await mails().deliver(row.id);
    expect(postbox.received.map(({ messageId }) => messageId)).toEqual([
      `<${row.id}@atelier>`,
      `<${row.id}@atelier>`,
    ]);
  });

  it('is nobody’s to read in the portal', async () => {
    expect(await atelier.request('GET', '/api/v1/outbox', { as: 'admin' })).toMatchObject({
      status: 404,
      body: { code: 'notice.outbox_off' },
    });
  });
});
