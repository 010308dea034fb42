// A person at the API: signs in once, sends JSON, and turns every refusal into an error that says what the server said.
import { randomUUID } from 'node:crypto';
import { freshCode } from './codes.mjs';

export class ApiError extends Error {
  constructor(method, path, status, problem) {
    super(`${method} ${path} → ${status}: ${problem?.title ?? JSON.stringify(problem)}`);
    this.status = status;
    this.problem = problem;
  }
}

/**
 * @param {string} url where Atelier answers
 * @param {{ cookie?: string, key?: string }} [credentials] nobody's when absent
 */
export function client(url, credentials = {}) {
  const request = async (method, path, body, headers = {}) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(credentials.cookie ? { cookie: credentials.cookie } : {}),
        ...(credentials.key ? { authorization: `Bearer ${credentials.key}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const answer = isJson && text !== '' ? JSON.parse(text) : text;
    if (!response.ok) throw new ApiError(method, path, response.status, answer);
    return { answer, response };
  };
  return {
    url,
    get: async (path) => (await request('GET', path)).answer,
    /** Every write carries a fresh Idempotency-Key: a lost answer can be asked for again. */
    post: async (path, body = {}, headers = {}) =>
      (await request('POST', path, body, { 'idempotency-key': randomUUID(), ...headers })).answer,
    remove: async (path) => (await request('DELETE', path)).answer,
    raw: request,
    withKey: (key) => client(url, { key }),
    /** The refusal a call ends with; an error when it succeeds. */
    refused: async (promise) => {
      try {
        await promise;
      } catch (error) {
        if (error instanceof ApiError) return error;
        throw error;
      }
      throw new Error('this call should have been refused');
    },
  };
}

const cookieOf = (response) => response.headers.getSetCookie()[0]?.split(';')[0];

/**
 * Signs in, with a code where the account asks for one, and returns that person's client.
 * @param {string} url where Atelier answers
 * @param {string} email
 * @param {string} password
 * @param {string} [codeSecret] what the person's code app holds; the demo's when absent
 */
export async function signIn(url, email, password, codeSecret) {
  const first = await client(url).raw('POST', '/api/v1/session', { email, password });
  const half = client(url, { cookie: cookieOf(first.response) });
  const { answer, response } =
    first.answer.gate === 'second_factor_required'
      ? await half.raw('POST', '/api/v1/session/step-up', { code: await freshCode(email, codeSecret) })
      : first;
  const cookie = cookieOf(response);
  return { ...client(url, { cookie }), cookie, person: answer.person };
}

/** The token of the newest mail to `email` whose link leads to `page`; `staff` may read the outbox. */
export async function tokenOfMail(staff, email, page) {
  const link = new RegExp(`${page}#([\\w-]{43})`);
  const tokenIn = ({ items }) =>
    items
      .filter(({ to }) => to === email)
      .map(({ text }) => link.exec(text)?.[1])
      .find((token) => token !== undefined);
  const mails = await until(
    () => staff.get('/api/v1/outbox?limit=100'),
    (page_) => tokenIn(page_) !== undefined,
    30,
    `the mail to ${email}`,
  );
  return tokenIn(mails);
}

/**
 * Asks until `isDone(answer)`; throws after `seconds`.
 * @param {() => Promise<any>} ask
 * @param {(answer: any) => boolean} isDone
 * @param {number} seconds
 * @param {string} what named in the error
 * @param {(answer: any) => void} [onAnswer]
 */
export async function until(ask, isDone, seconds, what, onAnswer = () => {}) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    onAnswer(answer);
    if (isDone(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`${what} took longer than ${seconds} s: ${JSON.stringify(answer).slice(0, 400)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * Waits, twenty seconds at most, until the object at `path` has this state.
 * @param {{ get: (path: string) => Promise<any> }} who
 * @param {string} path
 * @param {string} state
 */
export function untilState(who, path, state) {
  return until(
    () => who.get(path),
    (one) => one.state === state,
    20,
    `${path} to be ${state}`,
  );
}
