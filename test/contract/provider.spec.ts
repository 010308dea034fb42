import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BUILT_IN_VENDORS } from '../../src/modules/generation/styles/style.service';
import { ProceduralProvider } from '../../src/modules/generation/providers/procedural/procedural.provider';
import { FfmpegLocator } from '../../src/platform/media/ffmpeg';
import { everyProvider, type ProviderRig } from '../support/provider-suite';
import { ComfyServer } from '../support/vendors/comfyui';
import { FalServer } from '../support/vendors/fal';
import { OpenAiServer } from '../support/vendors/openai';
import { ReplicateServer } from '../support/vendors/replicate';
import { RunwayServer } from '../support/vendors/runway';
import type { VendorServer } from '../support/vendors/server';

jest.setTimeout(120_000);

const TIMEOUT_MS = 10_000;
const inOwnFolder = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'atelier-provider-'));

async function atVendor(vendor: VendorServer): Promise<ProviderRig> {
  const folder = await inOwnFolder();
  return {
    folder,
    start: () => vendor.start(),
    stop: async () => {
      expect(vendor.refused).toEqual([]);
      await vendor.stop();
      await rm(folder, { recursive: true, force: true });
    },
    provider: () => vendor.provider(TIMEOUT_MS),
    quick: {},
    slow: { prompt: 'hang on' },
    wrong: { prompt: 'against the policy' },
  };
}

async function procedural(): Promise<ProviderRig> {
  const folder = await inOwnFolder();
  const ffmpeg = new FfmpegLocator({
    configured: process.env.FFMPEG_PATH ?? null,
    searchPath: process.env.PATH ?? '',
  });
  return {
    folder,
    start: () => Promise.resolve(),
    stop: () => rm(folder, { recursive: true, force: true }),
    provider: () => new ProceduralProvider({ ffmpeg, workDirectory: folder, renderWorkers: 1 }),
    quick: { seconds: 1, width: 640, height: 360 },
    slow: { seconds: 60, width: 640, height: 360 },
    wrong: { width: 641, height: 360 },
  };
}

const RIGS: Readonly<Record<(typeof BUILT_IN_VENDORS)[number], () => Promise<ProviderRig>>> = {
  procedural,
  openai: () => atVendor(new OpenAiServer()),
  fal: () => atVendor(new FalServer()),
  replicate: () => atVendor(new ReplicateServer()),
  comfyui: () => atVendor(new ComfyServer()),
  runway: () => atVendor(new RunwayServer()),
};

for (const key of BUILT_IN_VENDORS) everyProvider(key, RIGS[key]);
