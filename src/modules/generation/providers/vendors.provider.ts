import { readFileSync } from 'node:fs';
import type { Settings } from '../../../platform/config/settings';
import type { FrameRate, HostedProvider } from '../domain/provider';
import { configOf } from './comfyui/comfyui.mapping';
import { ComfyProvider } from './comfyui/comfyui.provider';
import type { Template } from './domain/template';
import { FalProvider } from './fal/fal.provider';
import { OpenAiProvider } from './openai/openai.provider';
import { ReplicateProvider } from './replicate/replicate.provider';
import { RunwayProvider } from './runway/runway.provider';

const trimmed = (url: string): string => url.replace(/\/+$/, '');

/** Parses the JSON of a setting; a fault stops the boot and names the setting. */
function json(name: string, text: string | undefined): unknown {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : 'is not JSON'}`, { cause: error });
  }
}

function comfyConfig(file: string | undefined): ReturnType<typeof configOf> {
  if (file === undefined) throw new Error('COMFYUI_WORKFLOW: name the file with the workflow');
  try {
    return configOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`COMFYUI_WORKFLOW: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Where a vendor may tell us that something has changed; only an address that it can reach. */
function hookOf({ publicUrl }: Settings, key: string): string | null {
  return publicUrl?.startsWith('https://') === true
    ? `${trimmed(publicUrl)}/api/v1/vendor-hooks/${key}`
    : null;
}

function openAi(settings: Settings): HostedProvider | null {
  if (settings.openaiVideoUrl === undefined) return null;
  if (settings.openaiVideoModel === undefined)
    throw new Error('OPENAI_VIDEO_MODEL: name the model that OPENAI_VIDEO_URL serves');
  return new OpenAiProvider({
    url: trimmed(settings.openaiVideoUrl),
    key: settings.openaiVideoKey ?? null,
    model: settings.openaiVideoModel,
    dialect: settings.openaiVideoDialect,
    places: settings.openaiVideoPlaces,
    maxSeconds: settings.openaiVideoMaxSeconds,
    sizes: settings.openaiVideoSizes,
    fps: settings.openaiVideoFps as FrameRate,
  });
}

function comfy(settings: Settings): HostedProvider | null {
  if (settings.comfyuiUrl === undefined) return null;
  const config = comfyConfig(settings.comfyuiWorkflow);
  return new ComfyProvider({ url: trimmed(settings.comfyuiUrl), config, places: settings.comfyuiPlaces });
}

function fal(settings: Settings): HostedProvider | null {
  if (settings.falKey === undefined) return null;
  return new FalProvider({
    hosts: settings.outgoingHosts,
    key: settings.falKey,
    url: trimmed(settings.falUrl),
    endpoint: settings.falModel,
    input: json('FAL_INPUT', settings.falInput) as Template | null,
    places: settings.falPlaces,
    maxSeconds: settings.falMaxSeconds,
    fps: settings.falFps as FrameRate,
    jwksUrl: settings.falJwksUrl,
    webhookUrl: hookOf(settings, 'fal'),
  });
}

function replicate(settings: Settings): HostedProvider | null {
  if (settings.replicateToken === undefined) return null;
  const secret = settings.replicateWebhookSecret ?? null;
  return new ReplicateProvider({
    hosts: settings.outgoingHosts,
    token: settings.replicateToken,
    url: trimmed(settings.replicateUrl),
    model: settings.replicateModel,
    input: json('REPLICATE_INPUT', settings.replicateInput) as Template | null,
    places: settings.replicatePlaces,
    maxSeconds: settings.replicateMaxSeconds,
    fps: settings.replicateFps as FrameRate,
    webhookUrl: secret === null ? null : hookOf(settings, 'replicate'),
    webhookSecret: secret,
  });
}

function runway(settings: Settings): HostedProvider | null {
  if (settings.runwayKey === undefined) return null;
  const { runwayUrl, runwayModel: model, runwayPlaces: places } = settings;
  return new RunwayProvider({
    hosts: settings.outgoingHosts,
    key: settings.runwayKey,
    url: trimmed(runwayUrl),
    model,
    places,
  });
}

/** One line for each vendor, the preferred one first. */
const VENDORS = [openAi, comfy, fal, replicate, runway] as const;

/** Every hosted renderer that is set up. A fault in a setting stops the boot. */
export function hostedProviders(settings: Settings): HostedProvider[] {
  return VENDORS.map((vendor) => vendor(settings)).filter((provider) => provider !== null);
}
