import 'reflect-metadata';
import { boot, type RunningApp } from './boot';
import { bringUpToDate } from './migrate';
import { ConfigurationError, readSettings } from './platform/config/env';
import { PROCESS_ROLES, Settings } from './platform/config/settings';
import { explainConnection } from './platform/db/connection-fault';

/** sysexits.h: EX_CONFIG, EX_UNAVAILABLE. */
const EXIT = { configuration: 78, unavailable: 69 } as const;
const SHUTDOWN_MS = 25_000;

function fail(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** What stands in for a part that is not configured, one line per part. */
function standIns(settings: Settings): string[] {
  return [
    settings.redisUrl === undefined ? 'queue: in Postgres (set REDIS_URL to use Redis)' : 'queue: Redis',
    settings.smtpUrl === undefined
      ? `mail: written to ${settings.dataDir}/outbox (set SMTP_URL to send it)`
      : 'mail: SMTP',
    settings.s3Bucket === undefined
      ? `files: on disk in ${settings.dataDir}/files (set S3_BUCKET to use S3)`
      : `files: S3 bucket ${settings.s3Bucket}`,
    'payouts: sandbox rail, no real money moves',
    ...(settings.roles.length < PROCESS_ROLES.length ? [`roles: ${settings.roles.join(', ')}`] : []),
  ];
}

function stopOnSignal(running: RunningApp): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(String(error), 1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}

async function main(): Promise<void> {
  const settings = readSettings(Settings, process.env);
  await bringUpToDate(settings).catch((error: unknown) =>
    fail(explainConnection(error, settings.databaseUrl), EXIT.unavailable),
  );
  const running = await boot(settings);
  stopOnSignal(running);
  for (const line of standIns(settings)) process.stdout.write(`${line}\n`);
  process.stdout.write(`Atelier is ready at ${running.url}\n`);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigurationError) fail(error.message, EXIT.configuration);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    fail(
      `Port ${process.env.PORT ?? 3000} is taken. Stop the program that uses it, or set PORT to another one.`,
      EXIT.unavailable,
    );
  }
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error), 1);
});
