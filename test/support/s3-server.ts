import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface S3Server {
  readonly endpoint: string;
  readonly bucket: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  stop(): Promise<void>;
}

interface Rver {
  allowMismatchedSignatures: boolean;
  readonly middleware: ((context: { path: string }, next: () => Promise<void>) => Promise<void>)[];
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** A real S3 server in this process that checks signatures and their expiry, with one empty bucket. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'atelier-s3rver-'));
  const bucket = 'atelier';
  const load = createRequire(__filename);
  const S3rver = load('@20minutes/s3rver') as new (options: object) => Rver;
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  });
  // It leaves the last slash out when it checks a listing (`/bucket/`), which every client signs: those go unchecked.
  server.middleware.unshift((context, next) => {
    server.allowMismatchedSignatures = context.path === `/${bucket}/`;
    return next();
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    async stop(): Promise<void> {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** What makes an Atelier keep its files there. */
export const s3Env = ({ endpoint, bucket, credentials }: S3Server): Record<string, string> => ({
  S3_BUCKET: bucket,
  S3_ENDPOINT: endpoint,
  S3_ACCESS_KEY_ID: credentials.accessKeyId,
  S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
});
