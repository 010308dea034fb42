import type { Middleware } from 'openapi-fetch';
import { api } from './client';

type Asker = () => Promise<boolean>;

let asker: Asker | null = null;
let asking: Promise<boolean> | null = null;

/** Told as soon as there is somebody to ask: the dialog is loaded apart, and an act can be quicker than it. */
let waiting: ((asker: Asker | null) => void)[] = [];
const LONGEST_MS = 15_000;

/** Who asks the person for a proof that it is they; resolves with whether it was given. Returns how to stop asking. */
export function proveWith(ask: Asker): () => void {
  asker = ask;
  for (const tell of waiting) tell(ask);
  waiting = [];
  return () => {
    if (asker === ask) asker = null;
  };
}

/** `null`: nobody came to ask. */
function whoAsks(): Promise<Asker | null> {
  if (asker !== null) return Promise.resolve(asker);
  return new Promise((resolve) => {
    waiting.push(resolve);
    setTimeout(() => resolve(null), LONGEST_MS);
  });
}

const ask = async (): Promise<boolean> => {
  const found = await whoAsks();
  return found !== null && found();
};

const isAskedFor = async (response: Response): Promise<boolean> => {
  if (response.status !== 403) return false;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return (problem as { code?: string } | null)?.code === 'access.step_up_required';
};

/** Bodies can be sent once: what may have to be sent again is kept until it is answered. */
const kept = new Map<string, Request>();

/** Whatever the server wants a recent proof for is asked again once the proof was given: no page has to know. */
const stepUp: Middleware = {
  onRequest({ request, id }) {
    if (request.method !== 'GET') kept.set(id, request.clone());
  },
  async onResponse({ response, id }) {
    const again = kept.get(id);
    kept.delete(id);
    if (again === undefined || !(await isAskedFor(response))) return undefined;
    asking ??= ask().finally(() => {
      asking = null;
    });
    return (await asking) ? fetch(again) : undefined;
  },
  onError({ id }) {
    kept.delete(id);
  },
};

api.use(stepUp);
