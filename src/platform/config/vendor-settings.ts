import { Transform } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Env, list } from './env';
import { PayoutSettings } from './payout-settings';

const ADDRESS = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const NO_ADDRESS = { message: 'must be a full address such as https://videos.example/v1' };
const NO_JSON = { message: 'must be a JSON object' };
const NO_SIZE = { each: true, message: 'may hold only sizes such as 1280x720' };
const FRAME_RATES = [24, 25, 30];
const NO_RATE = { message: 'must be 24, 25 or 30' };
const SIZE = /^\d{2,4}x\d{2,4}$/;

/** Renderers elsewhere. Each is there when its address or key is set; docs/providers.md tells more of them. */
export abstract class VendorSettings extends PayoutSettings {
  @Env(
    'OPENAI_VIDEO_URL',
    'A server that speaks /v1/videos (vLLM-Omni, SGLang, a gateway), with /v1. Empty: none.',
    '',
  )
  @IsOptional()
  @IsUrl(ADDRESS, NO_ADDRESS)
  openaiVideoUrl?: string;

  @Env('OPENAI_VIDEO_KEY', 'Its bearer token, where it wants one.', '')
  @IsOptional()
  @IsString()
  openaiVideoKey?: string;

  @Env('OPENAI_VIDEO_MODEL', 'Name of the model it serves.', '')
  @IsOptional()
  @MaxLength(200)
  openaiVideoModel?: string;

  @Env(
    'OPENAI_VIDEO_DIALECT',
    'plain: the published fields only. vllm: seed, fps and negative prompt too.',
    'vllm',
  )
  @IsIn(['plain', 'vllm'], { message: 'must be plain or vllm' })
  openaiVideoDialect: 'plain' | 'vllm' = 'vllm';

  @Env('OPENAI_VIDEO_PLACES', 'Clips that may be under way there at once.', '1')
  @IsInt()
  @Min(1)
  @Max(1_000)
  openaiVideoPlaces: number = 1;

  @Env('OPENAI_VIDEO_MAX_SECONDS', 'The longest clip it makes.', '12')
  @IsInt()
  @Min(1)
  @Max(60)
  openaiVideoMaxSeconds: number = 12;

  @Env('OPENAI_VIDEO_SIZES', 'The only sizes it makes, such as 1280x720,720x1280. Empty: any.', '')
  @Transform(list)
  @IsArray()
  @Matches(SIZE, NO_SIZE)
  openaiVideoSizes: string[] = [];

  @Env('OPENAI_VIDEO_FPS', 'Frames per second of what it makes, where it cannot be told.', '24')
  @IsIn(FRAME_RATES, NO_RATE)
  openaiVideoFps: number = 24;

  @Env('FAL_KEY', 'Key of an account with fal. Empty: fal is not used.', '')
  @IsOptional()
  @IsString()
  falKey?: string;

  @Env('FAL_URL', 'Address of its queue.', 'https://queue.fal.run')
  @IsUrl(ADDRESS, NO_ADDRESS)
  falUrl = 'https://queue.fal.run';

  @Env('FAL_MODEL', 'Endpoint of the model.', 'fal-ai/wan/v2.2-a14b/text-to-video')
  @IsString()
  falModel = 'fal-ai/wan/v2.2-a14b/text-to-video';

  @Env('FAL_INPUT', 'JSON with the fields of the model, our words in braces. Empty: the usual ones.', '')
  @IsOptional()
  @Matches(/^\{.*\}$/s, NO_JSON)
  falInput?: string;

  @Env('FAL_PLACES', 'Clips that may be under way there at once.', '4')
  @IsInt()
  @Min(1)
  @Max(1_000)
  falPlaces: number = 4;

  @Env('FAL_MAX_SECONDS', 'The longest clip the model makes.', '6')
  @IsInt()
  @Min(1)
  @Max(60)
  falMaxSeconds: number = 6;

  @Env('FAL_FPS', 'Frames per second of what it makes, where it cannot be told.', '24')
  @IsIn(FRAME_RATES, NO_RATE)
  falFps: number = 24;

  @Env('FAL_JWKS_URL', 'Keys that sign its webhooks.', 'https://rest.fal.ai/.well-known/jwks.json')
  @IsUrl(ADDRESS, NO_ADDRESS)
  falJwksUrl = 'https://rest.fal.ai/.well-known/jwks.json';

  @Env('REPLICATE_TOKEN', 'Token of an account with Replicate. Empty: Replicate is not used.', '')
  @IsOptional()
  @IsString()
  replicateToken?: string;

  @Env('REPLICATE_URL', 'Address of its API, with /v1.', 'https://api.replicate.com/v1')
  @IsUrl(ADDRESS, NO_ADDRESS)
  replicateUrl = 'https://api.replicate.com/v1';

  @Env(
    'REPLICATE_MODEL',
    'owner/name of the model, or the 64 digits of a version.',
    'wan-video/wan-2.2-t2v-fast',
  )
  @IsString()
  replicateModel = 'wan-video/wan-2.2-t2v-fast';

  @Env(
    'REPLICATE_INPUT',
    'JSON with the fields of the model, our words in braces. Empty: the usual ones.',
    '',
  )
  @IsOptional()
  @Matches(/^\{.*\}$/s, NO_JSON)
  replicateInput?: string;

  @Env('REPLICATE_PLACES', 'Clips that may be under way there at once.', '4')
  @IsInt()
  @Min(1)
  @Max(1_000)
  replicatePlaces: number = 4;

  @Env('REPLICATE_MAX_SECONDS', 'The longest clip the model makes.', '6')
  @IsInt()
  @Min(1)
  @Max(60)
  replicateMaxSeconds: number = 6;

  @Env('REPLICATE_FPS', 'Frames per second of what it makes, where it cannot be told.', '24')
  @IsIn(FRAME_RATES, NO_RATE)
  replicateFps: number = 24;

  @Env('REPLICATE_WEBHOOK_SECRET', 'whsec_…: signs its webhooks. Empty: webhooks are not believed.', '')
  @IsOptional()
  @Matches(/^whsec_/, { message: 'must start with whsec_' })
  replicateWebhookSecret?: string;

  @Env('COMFYUI_URL', 'A ComfyUI server in a private network. Empty: none.', '')
  @IsOptional()
  @IsUrl(ADDRESS, NO_ADDRESS)
  comfyuiUrl?: string;

  @Env('COMFYUI_WORKFLOW', 'JSON file with the workflow and the places of our words in it.', '')
  @IsOptional()
  @IsString()
  comfyuiWorkflow?: string;

  @Env('COMFYUI_PLACES', 'Clips handed to it at once; it renders one after the other.', '1')
  @IsInt()
  @Min(1)
  @Max(100)
  comfyuiPlaces: number = 1;

  @Env('RUNWAY_KEY', 'Key of an account with Runway. Empty: Runway is not used.', '')
  @IsOptional()
  @IsString()
  runwayKey?: string;

  @Env('RUNWAY_URL', 'Address of its API.', 'https://api.dev.runwayml.com')
  @IsUrl(ADDRESS, NO_ADDRESS)
  runwayUrl = 'https://api.dev.runwayml.com';

  @Env('RUNWAY_MODEL', 'The model.', 'gen4.5')
  @IsString()
  runwayModel = 'gen4.5';

  @Env('RUNWAY_PLACES', 'Clips that may be under way there at once; each tier has its own number.', '2')
  @IsInt()
  @Min(1)
  @Max(1_000)
  runwayPlaces: number = 2;
}
