import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { refusal } from '../../kernel/refusal';
import { PROBLEM_TYPE } from '../http/problem';
import { ProblemFilter } from '../http/problem.filter';
import { BlobMismatch } from './blob-store';
import type { DiskStore } from './disk.store';
import { sendBlob, storageRefusals } from './send-blob';
import { readLink, type LinkGrant } from './signed-link';

/** What one upload may have at most: a minute in 1080p has some hundred megabytes. */
const LARGEST_UPLOAD = 2 * 1024 ** 3;

type Ask = FastifyRequest<{ Params: { '*': string }; Querystring: { link?: string } }>;

/** A query may hold a name twice, and then it is a list. */
const linkOf = ({ query }: Ask): string => (typeof query.link === 'string' ? query.link : '');

function grantOf<M extends LinkGrant['may']>(store: DiskStore, request: Ask, may: M) {
  const key = request.params['*'];
  const now = Date.now() / 1_000;
  const grant = readLink(store.linkSecret, linkOf(request), { may, key, now });
  if (grant === null) throw refusal(storageRefusals, 'link_over');
  return grant;
}

async function take(store: DiskStore, request: Ask, reply: FastifyReply): Promise<void> {
  const { key, contentType, bytes, sha256 } = grantOf(store, request, 'put');
  const declared = Number(request.headers['content-length'] ?? NaN);
  if (declared !== bytes || request.headers['content-type'] !== contentType)
    throw refusal(storageRefusals, 'other_file', { bytes, sha256 });
  try {
    const head = await store.write(key, request.body as Readable, contentType, { bytes, sha256 });
    await reply.status(201).header('etag', `"${head.sha256}"`).send();
  } catch (error) {
    if (error instanceof BlobMismatch) throw refusal(storageRefusals, 'other_file', { bytes, sha256 });
    throw error;
  }
}

/**
 * The signed addresses of files on disk; on S3 the bucket answers its own. The signature is the permission: it names one
 * file, what may be done with it, and until when.
 */
export function blobRoutes(server: FastifyInstance, store: DiskStore): void {
  const problems = new ProblemFilter();
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The body stays a stream: it goes to the disk as it comes.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.setErrorHandler((error, request, reply) => {
      const problem = problems.problemOf(error, request);
      void reply.status(problem.status).header('content-type', PROBLEM_TYPE).send(problem);
    });
    scope.get('/blobs/*', async (request: Ask, reply) => {
      const { key, fileName, isDownload } = grantOf(store, request, 'get');
      await sendBlob(store, request, reply, { key, fileName, isDownload, isPublic: false });
    });
    const options = { bodyLimit: LARGEST_UPLOAD, config: { takesFiles: true } as object };
    scope.put('/blobs/*', options, (request: Ask, reply) => take(store, request, reply));
  });
}
