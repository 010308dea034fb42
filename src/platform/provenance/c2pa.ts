import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import init, { WasmBuilder, WasmReader } from '@contentauth/c2pa-wasm';
import { algorithmOf, keySigner, reserveFor, signClaim, type RawSigner, type SigningAlgorithm } from './cose';
import { certificatesOf } from './certificates';
import { askCommand, askService } from './external';
import { FileBlob, installReader } from './file-blob';
import type { ManifestReading, ReadRequest, SignRequest, SigningKey } from './words';

/** Nothing of a file may make us open a connection: a manifest may name an address to fetch it from. */
const OFFLINE = { verify: { remote_manifest_fetch: false, ocsp_fetch: false } } as const;
const MP4 = 'video/mp4';

/** The compiled library; threads share it. */
export type Library = object;

/** Node has it, the types of Node do not. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { compile(bytes: Uint8Array): Promise<Library>; RuntimeError: typeof Error };
};

export async function compileLibrary(): Promise<Library> {
  return WebAssembly.compile(await readFile(require.resolve('@contentauth/c2pa-wasm/c2pa.wasm')));
}

/** Once per thread. */
export async function loadLibrary(library: Library): Promise<void> {
  installReader();
  await init({ module_or_path: library });
}

/** Writes `request.target`: the source with a signed manifest in it. Throws what the library or the signer says. */
export async function signFile(request: SignRequest): Promise<void> {
  const settings = JSON.stringify({ ...OFFLINE, verify: { ...OFFLINE.verify, verify_after_sign: false } });
  const builder = WasmBuilder.fromJson(JSON.stringify(request.manifest), settings);
  const opened: FileBlob[] = [];
  const open = (file: string): FileBlob => {
    const blob = FileBlob.open(file, MP4);
    opened.push(blob);
    return blob;
  };
  let failure: Error | null = null;
  const note = (error: unknown): void => {
    failure = error instanceof Error ? error : new Error(String(error));
  };
  try {
    if (request.parent !== null) {
      const { file, definition } = request.parent;
      await builder.addIngredientFromBlob(JSON.stringify(definition), MP4, open(file));
    }
    const signed = await builder.sign(signerOf(request.key, note), [], MP4, open(request.source));
    await writeFile(request.target, signed);
  } catch (error) {
    // The library throws values that are no errors, and speaks only of "signing" when the signer has failed.
    throw failure ?? (error instanceof Error ? error : new Error(String(error)));
  } finally {
    builder.free();
    for (const blob of opened) blob.close();
  }
}

function signerOf(key: SigningKey, onFailure: (error: unknown) => void): Parameters<WasmBuilder['sign']>[0] {
  const chain = certificatesOf(key.chain).map(({ raw }) => raw);
  const { alg, raw } = rawSignerOf(key);
  return {
    alg,
    reserveSize: reserveFor(chain),
    sign: (claim) =>
      signClaim(claim, alg, chain, raw).catch((error: unknown) => {
        onFailure(error);
        throw error;
      }),
  };
}

function rawSignerOf(key: SigningKey): { alg: SigningAlgorithm; raw: RawSigner } {
  if (key.kind === 'key') {
    const own: KeyObject = createPrivateKey(key.key);
    const alg = algorithmOf(own);
    return { alg, raw: keySigner(own, alg) };
  }
  const alg = algorithmOf(certificatesOf(key.chain)[0]!.publicKey);
  return { alg, raw: key.kind === 'service' ? askService(key, alg) : askCommand(key, alg) };
}

interface Store {
  readonly active_manifest?: string;
  readonly validation_state?: string;
  readonly validation_results?: {
    readonly activeManifest?: { readonly failure?: readonly { code: string }[] };
  };
  readonly manifests?: Readonly<Record<string, Manifest>>;
}

interface Manifest {
  readonly claim_generator_info?: readonly { readonly name?: string }[];
  readonly signature_info?: {
    readonly common_name?: string;
    readonly issuer?: string;
    readonly time?: string;
  };
}

/** Why there is no reading: the file carries none, or what it carries cannot be read. */
const NO_MANIFEST = /JumbfNotFound|no JUMBF|ManifestNotFound|NoManifest/i;

/** Reads and validates the manifest of a file over every byte of it. Never throws for what is in the file. */
export async function readManifest({ file, anchors }: ReadRequest): Promise<ManifestReading> {
  const settings = { ...OFFLINE, ...(anchors === null ? {} : { trust: { trust_anchors: anchors } }) };
  const blob = FileBlob.open(file, MP4);
  try {
    const reader = await WasmReader.fromBlob(MP4, blob, JSON.stringify(settings));
    try {
      return readingOf(reader.json());
    } finally {
      reader.free();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return NO_MANIFEST.test(message) ? { found: false } : { found: true, ...UNREADABLE, reason: message };
  } finally {
    blob.close();
  }
}

const UNREADABLE = {
  label: null,
  isValid: false,
  isTrusted: false,
  failures: ['manifest.unreadable'],
  generator: null,
  signer: null,
  json: null,
} as const;

function readingOf(json: string): ManifestReading {
  const store = JSON.parse(json) as Store;
  const label = store.active_manifest ?? null;
  const manifest = label === null ? undefined : store.manifests?.[label];
  const failures = (store.validation_results?.activeManifest?.failure ?? []).map(({ code }) => code);
  return {
    found: true,
    label,
    isValid: store.validation_state === 'Valid' || store.validation_state === 'Trusted',
    isTrusted: store.validation_state === 'Trusted',
    failures: [...new Set(failures)],
    generator: manifest?.claim_generator_info?.[0]?.name ?? null,
    signer: manifest?.signature_info?.common_name ?? manifest?.signature_info?.issuer ?? null,
    reason: null,
    json: store,
  };
}
