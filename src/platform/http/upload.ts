import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../../kernel/refusal';
import { inputRefusals } from './validation';

/** Where a body may be a file or a form instead of JSON. Everywhere else it is refused before it is read. */
const FILE_ROUTE = /^\/api\/v1\/verify(\?|$)/;
const FORM_ROUTE = /^\/(api\/v1\/(verify|feedback-files)|v1\/videos)(\?|$)/;
const PICTURE_ROUTE = /^\/api\/v1\/references(\?|$)/;
const FILE_BODY = /^video\//i;
const PICTURE_BODY = /^image\/(png|jpeg|webp)$/i;
/** Pictures are small enough to be held as a whole; a little above what is accepted, so that it is told in words. */
const PICTURE_LIMIT = 9 * 1024 * 1024;
/** Any file, as bytes without a claim of what it is: it is told by its content. */
const BYTES_ROUTE = /^\/api\/v1\/applications\/[^/?]+\/files(\?|$)/;
const BYTES_BODY = /^application\/octet-stream$/i;
const FORM_BODY = /^multipart\/form-data\b/i;

/** Whether this request may carry what its content type says, although that is not JSON. */
export function mayCarry(url: string, contentType: string): boolean {
  return (
    (FILE_ROUTE.test(url) && FILE_BODY.test(contentType)) ||
    (BYTES_ROUTE.test(url) && BYTES_BODY.test(contentType)) ||
    (PICTURE_ROUTE.test(url) && PICTURE_BODY.test(contentType)) ||
    (FORM_ROUTE.test(url) && FORM_BODY.test(contentType))
  );
}

/** A file is handed on as a stream, and a form part by part: neither is ever in memory as a whole. */
export async function acceptUploads(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  server.addContentTypeParser(FILE_BODY, (_request, payload, done) => done(null, payload));
  server.addContentTypeParser(BYTES_BODY, (_request, payload, done) => done(null, payload));
  server.addContentTypeParser(
    PICTURE_BODY,
    { parseAs: 'buffer', bodyLimit: PICTURE_LIMIT },
    (_request, body, done) => done(null, body),
  );
  await app.register(multipart, {
    limits: { fields: 20, fieldSize: 64 * 1024, files: 1, parts: 30 },
  });
}

/** The one file of a request, as its body or as the first file of a form. Refuses `upload_missing`. */
export async function uploadOf(request: FastifyRequest, largest: number): Promise<Readable> {
  if (request.body instanceof Readable) return request.body;
  if (!request.isMultipart()) throw refusal(inputRefusals, 'upload_missing');
  // A form that breaks off or is none is the sender's fault, whatever the parser calls it.
  const part = await request.file({ limits: { fileSize: largest + 1 } }).catch(() => undefined);
  if (part === undefined) throw refusal(inputRefusals, 'upload_missing');
  return part.file;
}

/** The first file of a form with the name its sender gave it. Refuses `upload_missing`. */
export async function namedUploadOf(
  request: FastifyRequest,
  largest: number,
): Promise<{ readonly name: string; readonly content: Readable }> {
  if (!request.isMultipart()) throw refusal(inputRefusals, 'upload_missing');
  const part = await request.file({ limits: { fileSize: largest + 1 } }).catch(() => undefined);
  if (part === undefined) throw refusal(inputRefusals, 'upload_missing');
  return { name: part.filename ?? '', content: part.file };
}

/** The text fields of a form; a file in it is not read. `files` names the fields that hold one. */
export async function formOf(
  request: FastifyRequest,
): Promise<{ readonly fields: Record<string, string>; readonly files: readonly string[] }> {
  const fields: Record<string, string> = {};
  const files: string[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      files.push(part.fieldname);
      part.file.resume();
    } else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  return { fields, files };
}
