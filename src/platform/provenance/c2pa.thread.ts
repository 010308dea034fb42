import { parentPort, workerData } from 'node:worker_threads';
import { loadLibrary, readManifest, signFile, type Library } from './c2pa';
import type { ManifestReading, ReadRequest, SignRequest } from './words';

/** What a thread is started with; it does this one thing and ends, and all memory the library took ends with it. */
export interface ThreadTask {
  readonly library: Library;
  readonly request: SignRequest | ReadRequest;
}

export type ThreadAnswer =
  | { readonly ok: true; readonly reading: ManifestReading | null }
  | { readonly ok: false; readonly reason: string };

async function run({ library, request }: ThreadTask): Promise<ThreadAnswer> {
  try {
    await loadLibrary(library);
    if (request.kind === 'read') return { ok: true, reading: await readManifest(request) };
    await signFile(request);
    return { ok: true, reading: null };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
if (port) void run(workerData as ThreadTask).then((answer) => port.postMessage(answer));
