import { spawn } from 'node:child_process';
import type { RawSigner, SigningAlgorithm } from './cose';
import type { SigningKey } from './words';

const PATIENCE_MS = 20_000;
const LONGEST_SIGNATURE = 1_024;

/**
 * Asks a signing service, such as one in front of a key store: POST `{ algorithm, payload }`, payload in base64, answered
 * by `{ signature }` in base64 (r‖s for elliptic curves).
 */
export function askService(
  { url, token }: Extract<SigningKey, { kind: 'service' }>,
  algorithm: SigningAlgorithm,
): RawSigner {
  return async (toBeSigned) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ algorithm, payload: Buffer.from(toBeSigned).toString('base64') }),
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`the signing service answered ${response.status}`);
    const { signature } = (await response.json()) as { signature?: unknown };
    if (typeof signature !== 'string') throw new Error('the signing service answered without a signature');
    return bounded(Buffer.from(signature, 'base64'));
  };
}

/** Runs a program of the operator: the bytes to sign on standard input, the raw signature on standard output. */
export function askCommand(
  { command }: Extract<SigningKey, { kind: 'command' }>,
  algorithm: SigningAlgorithm,
): RawSigner {
  return (toBeSigned) =>
    new Promise((resolve, reject) => {
      const [program = '', ...args] = command.split(/\s+/).filter(Boolean);
      const child = spawn(program, args, {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { ...process.env, C2PA_ALGORITHM: algorithm },
        timeout: PATIENCE_MS,
        killSignal: 'SIGKILL',
      });
      const parts: Buffer[] = [];
      child.stdout.on('data', (part: Buffer) => parts.push(part));
      child.on('error', reject);
      child.stdin.on('error', () => undefined);
      child.on('close', (code, signal) => {
        if (code === 0) resolve(bounded(Buffer.concat(parts)));
        else reject(new Error(`the signing command ended with ${signal ?? `code ${code}`}`));
      });
      child.stdin.end(toBeSigned);
    });
}

function bounded(signature: Buffer): Buffer {
  if (signature.length > 0 && signature.length <= LONGEST_SIGNATURE) return signature;
  throw new Error(`a signature of ${signature.length} bytes cannot be right`);
}
