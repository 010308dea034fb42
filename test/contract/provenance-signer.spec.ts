import { spawnSync } from 'node:child_process';
import { sign } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { manifestOf, PARENT_DEFINITION, type Origin } from '../../src/modules/generation/domain/manifest';
import { findFfmpeg } from '../../src/platform/media/ffmpeg';
import { probeVideo } from '../../src/platform/media/probe';
import { C2paSigner, type SignerOptions } from '../../src/platform/provenance/c2pa-signer';
import { makeChain } from '../../src/platform/provenance/self-made';
import { secondOpinion, VALID } from '../support/provenance';

jest.setTimeout(120_000);

let directory: string;
let clip: string;
const file = (name: string): string => path.join(directory, name);

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'provenance-'));
  const finding = await findFfmpeg({
    configured: process.env.FFMPEG_PATH ?? null,
    searchPath: process.env.PATH ?? '',
  });
  if (!finding.found) throw new Error(finding.reason);
  clip = file('clip.mp4');
  const source =
    '-v error -y -f lavfi -i testsrc=s=320x180:r=24:d=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -movflags +faststart';
  const run = spawnSync(finding.ffmpeg.path, [...source.split(' '), clip]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const OPTIONS: SignerOptions = {
  folder: '', certificates: null, privateKey: null, serviceUrl: null, serviceToken: null, command: null, anchors: null,
}; // prettier-ignore
const selfMade = (): C2paSigner => new C2paSigner({ ...OPTIONS, folder: file('keys') });

const ORIGIN: Origin = {
  generationId: 'gen_01',
  parameters: {
    prompt: 'a secret lighthouse', negativePrompt: null, style: 'none', seconds: 2, width: 320, height: 180, fps: 24, seed: 7, draft: false,
  },
  kind: 'procedural',
  model: 'atelier-procedural-1',
  mark: { text: 'Early access', place: 'bottom_right' },
  policy: { trainingUse: 'not_allowed' },
  credit: null,
  hasParent: false,
  at: new Date('2026-01-02T03:04:05.678Z'),
}; // prettier-ignore

async function signed(name: string, part: Partial<Origin> = {}, signer = selfMade()): Promise<string> {
  const target = file(name);
  await signer.sign({ source: clip, target, manifest: manifestOf({ ...ORIGIN, ...part }), parent: null });
  return target;
}

async function flipped(from: string, at: (bytes: Buffer) => number): Promise<string> {
  const bytes = await readFile(from);
  const place = at(bytes);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(`${from}.flipped.mp4`, bytes);
  return `${from}.flipped.mp4`;
}

/** One bit of the byte after the first appearance of `word`. */
const after =
  (word: string, more = 0) =>
  (bytes: Buffer): number =>
    bytes.indexOf(word) + word.length + more;

describe('a signed clip', () => {
  test('is valid to the official library, to its toolkit and to an implementation of other people', async () => {
    const target = await signed('valid.mp4');
    const reading = await selfMade().read(target);
    expect(reading).toMatchObject({
      found: true,
      isValid: true,
      isTrusted: false,
      generator: 'Atelier',
      failures: expect.not.arrayContaining([expect.stringContaining('mismatch')]) as object,
    });
    expect(secondOpinion(target)).toEqual(VALID);
    expect(await probeVideo(target)).toMatchObject({ ok: true, facts: { frames: 48, width: 320 } });
  });

  test.each<[string, (bytes: Buffer) => number]>([
    ['in the pictures', after('mdat', 500)],
    ['in the manifest', after('algorithmicMedi')],
    ['in the signature', (bytes) => bytes.indexOf('Claim Signer') + 3],
    ['at the very end', (bytes) => bytes.length - 1],
  ])('with one flipped bit %s is refused by all three', async (where, at) => {
    const target = await flipped(await signed(`${where}.mp4`), at);
    const reading = await selfMade().read(target);
    expect(reading).toMatchObject({ found: true, isValid: false });
    const others = secondOpinion(target);
    expect([others.independent.isValid, others.toolkit.isValid]).toEqual([false, false]);
  });

  test('says of a formula that it was not trained, of a model that it was, and never what was asked for', async () => {
    const bytes = await readFile(await signed('formula.mp4'), 'latin1');
    expect(bytes).toContain('digitalsourcetype/algorithmicMedia');
    expect(bytes).not.toContain('trainedAlgorithmicMedia');
    expect(bytes).toContain('visible mark: Early access / procedural preview');
    expect(bytes).not.toContain('lighthouse');
    expect(bytes).not.toContain('dc:creator');
    const other = {
      kind: 'model',
      model: 'lumen-1',
      policy: { trainingUse: 'allowed' },
      credit: 'Zoë M.',
    } as const;
    const model = await readFile(await signed('model.mp4', other), 'utf8');
    expect(model).toContain('trainedAlgorithmicMedia');
    expect(model).toContain('lumen-1');
    expect(model).toContain('Zoë M.');
  });

  test('keeps the manifest of the file it was made from', async () => {
    const parent = await signed('parent.mp4', { kind: 'model' });
    const target = file('child.mp4');
    const manifest = manifestOf({ ...ORIGIN, kind: 'model', hasParent: true });
    await selfMade().sign({
      source: clip,
      target,
      manifest,
      parent: { file: parent, definition: PARENT_DEFINITION },
    });
    const reading = await selfMade().read(target);
    expect(reading).toMatchObject({ found: true, isValid: true });
    const { json } = reading as { json: { manifests: object; active_manifest: string } };
    expect(Object.keys(json.manifests)).toHaveLength(2);
    expect(JSON.stringify(json)).toContain('parentOf');
    expect(secondOpinion(target)).toEqual(VALID);
  });
});

describe('what is signed with', () => {
  test('is trusted when its root is', async () => {
    const { chain, key, root } = await makeChain();
    const paths = { certificates: file('chain.pem'), privateKey: file('key.pem'), anchors: file('root.pem') };
    await writeFile(paths.certificates, chain);
    await writeFile(paths.privateKey, key);
    await writeFile(paths.anchors, root);
    const signer = new C2paSigner({ ...OPTIONS, ...paths });
    expect(await signer.status()).toMatchObject({ kind: 'key', fault: null });
    const target = await signed('trusted.mp4', {}, signer);
    expect(await signer.read(target)).toMatchObject({ isValid: true, isTrusted: true });
    expect(await selfMade().read(target)).toMatchObject({ isValid: true, isTrusted: false });
  });

  test('may be a service or a command that holds the key', async () => {
    const { chain, key } = await makeChain();
    await writeFile(file('outside.pem'), chain);
    await writeFile(file('outside.key'), key);
    const script = `process.stdin.on('data', (d) => process.stdout.write(require('crypto').sign('sha256', d, { key: require('fs').readFileSync('${file('outside.key')}'), dsaEncoding: 'ieee-p1363' })))`;
    await writeFile(file('sign.cjs'), script);
    const command = `${process.execPath} ${file('sign.cjs')}`;
    const byCommand = new C2paSigner({ ...OPTIONS, certificates: file('outside.pem'), command });
    expect(await byCommand.status()).toMatchObject({ kind: 'command' });
    expect(await byCommand.read(await signed('command.mp4', {}, byCommand))).toMatchObject({ isValid: true });

    const asked: { algorithm: string; authorization: string | undefined }[] = [];
    const service = createServer((request, response) => {
      void json(request).then((body) => {
        const { algorithm, payload } = body as { algorithm: string; payload: string };
        asked.push({ algorithm, authorization: request.headers.authorization });
        const signature = sign('sha256', Buffer.from(payload, 'base64'), { key, dsaEncoding: 'ieee-p1363' });
        return response.end(JSON.stringify({ signature: signature.toString('base64') }));
      });
    });
    service.listen(0, '127.0.0.1');
    await once(service, 'listening');
    const serviceUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}/sign`;
    const byService = new C2paSigner({
      ...OPTIONS,
      certificates: file('outside.pem'),
      serviceUrl,
      serviceToken: 'let me',
    });
    expect(await byService.read(await signed('service.mp4', {}, byService))).toMatchObject({ isValid: true });
    expect(asked).toEqual([{ algorithm: 'es256', authorization: 'Bearer let me' }]);
    service.close();
  });

  test('leaves no file behind when it fails', async () => {
    await writeFile(file('outside.pem'), (await makeChain()).chain);
    const broken = new C2paSigner({ ...OPTIONS, certificates: file('outside.pem'), command: 'false' });
    await expect(signed('never.mp4', {}, broken)).rejects.toThrow('signing command ended with code 1');
    await expect(readFile(file('never.mp4'))).rejects.toThrow('ENOENT');
    const wrongKey = new C2paSigner({
      ...OPTIONS,
      certificates: file('outside.pem'),
      privateKey: file('key.pem'),
    });
    await expect(wrongKey.status()).rejects.toThrow('not the key of the first certificate');
  });

  test('is made once, whoever of several processes comes first', async () => {
    const names = await Promise.all([selfMade(), selfMade(), selfMade()].map((signer) => signer.status()));
    expect(new Set(names.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(names[0]).toMatchObject({ kind: 'self_made', fault: null });
  });
});

describe('a file without a manifest, or with nonsense', () => {
  test('is read without a throw', async () => {
    expect(await selfMade().read(clip)).toEqual({ found: false });
    await writeFile(file('noise.mp4'), Buffer.alloc(5_000, 7));
    const reading = await selfMade().read(file('noise.mp4'));
    expect(reading.found && reading.isValid).toBe(false);
  });
});
