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
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { Env, list } from './env';
import { SiteSettings } from './site-settings';

export const PROCESS_ROLES = ['api', 'worker', 'dispatcher', 'relay'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * Every setting Atelier reads, in one place. `.env.example` is written from this class; a fault stops the boot. Numbers
 * are annotated although they could be inferred: the annotation is what turns the variable's text into a number.
 */
export class Settings extends SiteSettings {
  @Env(
    'DATABASE_URL',
    'Postgres 16 or newer, as the owner of the schema. `npm start` sets it to its embedded server.',
    'postgres://atelier:secret@db:5432/atelier',
  )
  @Matches(/^postgres(ql)?:\/\//, { message: 'must start with postgres:// or postgresql://' })
  databaseUrl: string;

  @Env('REDIS_URL', 'Redis for the queues. Empty: the queues live in Postgres.', '')
  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'must start with redis:// or rediss://' })
  redisUrl?: string;

  @Env(
    'ATELIER_ROLES',
    'What this process does: any of api, worker, dispatcher, relay.',
    'api,worker,dispatcher,relay',
  )
  @Transform(list)
  @IsArray()
  @IsIn(PROCESS_ROLES, { each: true, message: `may name only ${PROCESS_ROLES.join(', ')}` })
  roles: ProcessRole[] = [...PROCESS_ROLES];

  @Env(
    'ATELIER_DATA_DIR',
    'Folder for files, the mail outbox and, without DATABASE_URL, the database.',
    '.atelier',
  )
  @IsString()
  @MinLength(1)
  dataDir = '.atelier';

  @Env(
    'ATELIER_SECRET',
    'At least 32 characters: pepper of API keys and signer of links. Empty: made once and kept in the data folder.',
    '',
  )
  @IsOptional()
  @MinLength(32, { message: 'must have at least 32 characters' })
  secret?: string;

  @Env('S3_BUCKET', 'Bucket for the files. Empty: they are kept on disk in the data folder.', '')
  @IsOptional()
  @IsString()
  s3Bucket?: string;

  @Env('S3_ENDPOINT', 'Address of an S3 server. Empty: Amazon’s own.', '')
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true }, { message: 'must be a full address' })
  s3Endpoint?: string;

  @Env(
    'S3_PUBLIC_ENDPOINT',
    'Address under which people and workers reach the S3 server, where it is another one.',
    '',
  )
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true }, { message: 'must be a full address' })
  s3PublicEndpoint?: string;

  @Env('S3_REGION', 'Region of the bucket.', 'us-east-1')
  @IsString()
  s3Region = 'us-east-1';

  @Env('S3_ACCESS_KEY_ID', 'Empty: what the machine itself offers (its role, its AWS_ variables).', '')
  @IsOptional()
  @IsString()
  s3AccessKeyId?: string;

  @Env('S3_SECRET_ACCESS_KEY', 'Belongs to S3_ACCESS_KEY_ID.', '')
  @IsOptional()
  @IsString()
  s3SecretAccessKey?: string;

  @Env(
    'ATELIER_LEASE_SECONDS',
    'A worker not heard of for this long has lost its right to a clip, and another one makes it.',
    '30',
  )
  @IsInt()
  @Min(2)
  @Max(600)
  leaseSeconds: number = 30;
  @Env(
    'OIDC_ISSUER',
    'OpenID Connect issuer through which staff sign in. Empty: by password and passkey only. Redirect address: PUBLIC_URL/api/v1/session/oidc/callback',
    '',
  )
  @IsOptional()
  @IsUrl(
    { require_tld: false, require_protocol: true, protocols: ['https', 'http'] },
    { message: 'must be a full address such as https://id.example' },
  )
  @Matches(/^(https:|http:\/\/(localhost|127\.0\.0\.1)[:/]?)/, {
    message: 'must be https, or on this machine',
  })
  oidcIssuer?: string;

  @Env('OIDC_CLIENT_ID', 'Id of Atelier at the issuer. Needed with OIDC_ISSUER.', '')
  @ValidateIf(({ oidcIssuer }: Settings) => oidcIssuer !== undefined)
  @IsString()
  oidcClientId?: string;

  @Env('OIDC_CLIENT_SECRET', 'Secret of Atelier at the issuer. Needed with OIDC_ISSUER.', '')
  @ValidateIf(({ oidcIssuer }: Settings) => oidcIssuer !== undefined)
  @IsString()
  oidcClientSecret?: string;

  @Env(
    'OIDC_SECOND_FACTOR',
    'Values of acr or amr by which the issuer says that a second factor was shown, separated by commas, such as mfa. Empty: none counts, Atelier asks for its own.',
    '',
  )
  @Transform(list)
  @IsArray()
  @IsString({ each: true })
  oidcSecondFactor: string[] = [];

  @Env('SMTP_URL', 'Mail server. Empty: mails are written to the outbox folder and shown in the portal.', '')
  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'must start with smtp:// or smtps://' })
  smtpUrl?: string;

  @Env('MAIL_FROM', 'Sender of all mails.', 'Atelier <no-reply@atelier.example>')
  @IsString()
  mailFrom = 'Atelier <no-reply@atelier.example>';

  @Env('FFMPEG_PATH', 'ffmpeg to use. Empty: the one on PATH, else the one from npm.', '')
  @IsOptional()
  @IsString()
  ffmpegPath?: string;

  @Env(
    'ATELIER_RENDER_WORKERS',
    'Threads one procedural render uses. Empty: two, or one on a single core.',
    '',
  )
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(16)
  renderWorkers?: number;

  @Env('ATELIER_POOL_SLOTS', 'Renders that run at once in this process. 0: it renders nothing itself.', '1')
  @IsInt()
  @Min(0)
  @Max(64)
  poolSlots: number = 1;

  @Env('DATABASE_POOL', 'Connections of this process to Postgres, besides those of the queue.', '10')
  @IsInt()
  @Min(2)
  @Max(100)
  databasePool: number = 10;

  @Env('LOG_LEVEL', 'One of fatal, error, warn, info, debug, trace, silent.', 'info')
  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  logLevel: (typeof LOG_LEVELS)[number] = 'info';

  @Env(
    'ATELIER_OUTGOING_HOSTS',
    'Hosts of the own network that Atelier may call, http too: names (gpu.lan or gpu.lan:8188), addresses, networks.',
    '',
  )
  @Transform(list)
  @IsArray()
  @IsString({ each: true })
  outgoingHosts: string[] = [];

  @Env(
    'ATELIER_SEED',
    'staff: an empty database gets one person of every staff role, with a known password. Only on a loopback address.',
    '',
  )
  @IsOptional()
  @IsIn(['staff'], { message: 'must be staff or empty' })
  seed?: 'staff';

  @Env(
    'ATELIER_REQUESTS_PER_MINUTE',
    'Requests one address may make in a minute, before any other limit.',
    '3000',
  )
  @IsInt()
  @Min(60)
  @Max(10_000_000)
  requestsPerMinute: number = 3_000;

  @Env(
    'C2PA_CERTIFICATES',
    'PEM file: the certificate that signs provenance, then those above it. Empty: a self-made, untrusted one.',
    '',
  )
  @IsOptional()
  @IsString()
  c2paCertificates?: string;

  @Env('C2PA_PRIVATE_KEY', 'PEM file of its private key, unless a service or a command signs.', '')
  @IsOptional()
  @IsString()
  c2paPrivateKey?: string;

  @Env(
    'C2PA_SIGNER_URL',
    'Signing service in front of a key store; docs/provenance.md has its two fields.',
    '',
  )
  @IsOptional()
  @IsUrl(
    { require_tld: false, require_protocol: true, protocols: ['http', 'https'] },
    { message: 'must be a full address such as https://sign.example' },
  )
  c2paSignerUrl?: string;

  @Env('C2PA_SIGNER_TOKEN', 'Bearer token for the signing service.', '')
  @IsOptional()
  @IsString()
  c2paSignerToken?: string;

  @Env(
    'C2PA_SIGNER_COMMAND',
    'Program that signs: bytes on standard input, raw signature on standard output.',
    '',
  )
  @IsOptional()
  @IsString()
  c2paSignerCommand?: string;

  @Env('C2PA_TRUST_ANCHORS', 'PEM file of the roots that count as trusted when a file is read.', '')
  @IsOptional()
  @IsString()
  c2paTrustAnchors?: string;

  @Env(
    'ATELIER_UNDO_SECONDS',
    'Seconds in which a reviewer may take a verdict back before it leaves. 0: it leaves at once.',
    '10',
  )
  @IsInt()
  @Min(0)
  @Max(60)
  undoSeconds: number = 10;

  @Env('ATELIER_SAMPLE_FILES', 'Delivered files that are read and verified again each night.', '100')
  @IsInt()
  @Min(0)
  @Max(100_000)
  sampleFiles: number = 100;

  @Env(
    'ATELIER_OLD_FFMPEG',
    'allow: an ffmpeg older than 5 may decode files from outside. Empty: then only procedural clips are made.',
    '',
  )
  @IsOptional()
  @IsIn(['allow'], { message: 'must be allow or empty' })
  oldFfmpeg?: 'allow';
}
