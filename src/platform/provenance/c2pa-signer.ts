import { createPrivateKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { compileLibrary, loadLibrary, readManifest, signFile, type Library } from './c2pa';
import type { ThreadAnswer, ThreadTask } from './c2pa.thread';
import { belongsTo, certificatesOf } from './certificates';
import { ProvenanceSigner, type SignerKind, type SignerStatus, type SignInput } from './provenance-signer';
import { selfMadeIn } from './self-made';
import type { ManifestReading, ReadRequest, SigningKey, SignRequest } from './words';

export interface SignerOptions {
  /** Where a self-made chain is kept when nothing else is configured. */
  readonly folder: string;
  /** PEM file with the signer's certificate first, then those above it. */
  readonly certificates: string | null;
  /** PEM file of the private key, or who signs instead. */
  readonly privateKey: string | null;
  readonly serviceUrl: string | null;
  readonly serviceToken: string | null;
  readonly command: string | null;
  /** PEM file of the roots that count as trusted when files are read. */
  readonly anchors: string | null;
}

interface Loaded {
  readonly key: SigningKey;
  readonly status: SignerStatus;
  readonly anchors: string | null;
}

const THREAD_FILE = path.join(__dirname, 'c2pa.thread.js');
const THREADS = 2;
const PATIENCE_MS = 180_000;

/**
 * C2PA by the official library. It holds a whole file in memory and never gives memory back, so every task gets a thread
 * of its own that ends with it; the compiled library is shared. Where only TypeScript sources exist (tests) there is no
 * thread to load and the task runs here.
 */
export class C2paSigner extends ProvenanceSigner {
  private loading: Promise<Loaded> | null = null;
  private library: Promise<Library> | null = null;
  private here: Promise<void> | null = null;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly options: SignerOptions) {
    super();
  }

  async status(): Promise<SignerStatus> {
    const { status } = await this.loaded();
    return status.notAfter > new Date()
      ? status
      : { ...status, fault: 'The signing certificate has expired.' };
  }

  async sign(input: SignInput): Promise<void> {
    const { key } = await this.loaded();
    const { fault } = await this.status();
    if (fault !== null) throw new Error(fault);
    try {
      await this.inTurn({ kind: 'sign', key, ...input });
    } catch (error) {
      await rm(input.target, { force: true });
      throw error;
    }
  }

  async read(file: string): Promise<ManifestReading> {
    const { anchors } = await this.loaded();
    const reading = await this.inTurn({ kind: 'read', file, anchors });
    if (reading === null) throw new Error('the reader gave no reading');
    return reading;
  }

  private loaded(): Promise<Loaded> {
    return (this.loading ??= load(this.options).catch((error: unknown) => {
      this.loading = null;
      throw error;
    }));
  }

  private async inTurn(request: SignRequest | ReadRequest): Promise<ManifestReading | null> {
    if (this.running >= THREADS) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      const library = await (this.library ??= compileLibrary());
      return existsSync(THREAD_FILE)
        ? await inThread({ library, request })
        : await this.runHere(library, request);
    } finally {
      // The place is handed on, not given up and taken anew: nobody can slip in between.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  private async runHere(
    library: Library,
    request: SignRequest | ReadRequest,
  ): Promise<ManifestReading | null> {
    await (this.here ??= loadLibrary(library));
    if (request.kind === 'read') return readManifest(request);
    await signFile(request);
    return null;
  }
}

function inThread(task: ThreadTask): Promise<ManifestReading | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD_FILE, { workerData: task });
    const timer = setTimeout(() => end(new Error('the C2PA library took too long')), PATIENCE_MS);
    const end = (result: Error | ThreadAnswer): void => {
      clearTimeout(timer);
      void thread.terminate();
      if (result instanceof Error) reject(result);
      else if (result.ok) resolve(result.reading);
      else reject(new Error(result.reason));
    };
    thread.once('message', (answer: ThreadAnswer) => end(answer));
    thread.once('error', (error: Error) => end(error));
    thread.once('exit', (code) => end(new Error(`the C2PA thread left with code ${code}`)));
  });
}

async function load(options: SignerOptions): Promise<Loaded> {
  const anchors = options.anchors === null ? null : await readFile(options.anchors, 'utf8');
  const key = await keyOf(options);
  const [leaf] = certificatesOf(key.chain);
  if (leaf === undefined) throw new Error('there is no certificate to sign with');
  if (key.kind === 'key' && !belongsTo(createPrivateKey(key.key), leaf))
    throw new Error('C2PA_PRIVATE_KEY is not the key of the first certificate in C2PA_CERTIFICATES');
  const kind: SignerKind = options.certificates === null ? 'self_made' : key.kind;
  const name = /^CN=(.+)$/m.exec(leaf.subject)?.[1] ?? leaf.subject;
  const fingerprint = leaf.fingerprint256.replaceAll(':', '').toLowerCase();
  const status = { kind, name, fingerprint, notAfter: new Date(leaf.validTo), fault: null };
  return { key, status, anchors };
}

async function keyOf(options: SignerOptions): Promise<SigningKey> {
  if (options.certificates === null) {
    const { chain, key } = await selfMadeIn(options.folder);
    return { kind: 'key', chain, key };
  }
  const chain = await readFile(options.certificates, 'utf8');
  if (options.privateKey !== null)
    return { kind: 'key', chain, key: await readFile(options.privateKey, 'utf8') };
  if (options.serviceUrl !== null)
    return { kind: 'service', chain, url: options.serviceUrl, token: options.serviceToken };
  if (options.command !== null) return { kind: 'command', chain, command: options.command };
  throw new Error(
    'C2PA_CERTIFICATES needs C2PA_PRIVATE_KEY, C2PA_SIGNER_URL or C2PA_SIGNER_COMMAND beside it',
  );
}
