import { tokenOfMail } from '../../scripts/lib/client.mjs';
import { cookieOf, PASSWORD, type Answer, type TestApp } from './app';

/** What somebody sees of Atelier from outside: its account routes, the mails they get, and what is kept about them. */
export function outsideOf(started: () => TestApp) {
  const ask: TestApp['request'] = (method, path, options) =>
    started().request(method, `/api/v1${path}`, options);
  const signIn = (email: string, password: string, more: object = {}) =>
    ask<{
      code: string;
      gate: string | null;
      person: { id: string; roles: string[] };
      permissions: string[];
    }>('POST', '/session', { body: { email, password, ...more } });
  const within = (opened: Answer<unknown>) => ({ headers: { cookie: cookieOf(opened.headers) } });
  const outbox = {
    get: async (path: string) => (await started().request('GET', path, { as: 'manager' })).body,
  };
  const mailed = (email: string, page: string): Promise<string> => tokenOfMail(outbox, email, page);
  const signUp = (email: string) =>
    ask('POST', '/people', { body: { name: 'Noor Haddad', email, password: PASSWORD } });
  const textOfEverything = async () => {
    const rows = await started().db.read<{ text: string }>(`
      SELECT p::text AS text FROM access_proofs p UNION ALL SELECT e::text FROM platform_events e
      UNION ALL SELECT n::text FROM notice_notices n UNION ALL SELECT m::text FROM notice_mails m
      UNION ALL SELECT a::text FROM audit_entries a`);
    return rows.map(({ text }) => text).join('\n');
  };
  const acts = async (subject: string) => {
    await started().settle();
    const rows = await started().db.read<{ act: string }>(
      'SELECT act FROM audit_entries WHERE subject = $1 ORDER BY id',
      [subject],
    );
    return rows.map(({ act }) => act);
  };
  const mailsTo = async (email: string): Promise<string[]> => {
    const rows = await started().db.read<{ subject: string }>(
      'SELECT subject FROM notice_mails WHERE to_address = $1 ORDER BY id',
      [email],
    );
    return rows.map(({ subject }) => subject);
  };
  return { ask, signIn, within, mailed, signUp, textOfEverything, acts, mailsTo };
}
