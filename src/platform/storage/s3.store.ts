import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, paginateListObjectsV2, PutObjectCommand, S3Client, S3ServiceException,
} from '@aws-sdk/client-s3'; // prettier-ignore
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { disposition } from '../http/disposition';
import {
  BlobStore, checkKey, checkLife, type BlobEntry, type BlobHead, type LinkOptions, type UploadLink, type UploadOffer,
} from './blob-store'; // prettier-ignore
import { spool, type Spooled } from './spool';

export interface S3Options {
  readonly bucket: string;
  readonly region: string;
  /** `undefined`: Amazon's own. */
  readonly endpoint: string | undefined;
  /** As people and workers reach it, where that is another address than ours. */
  readonly publicEndpoint: string | undefined;
  /** `undefined`: what the SDK finds (environment, instance role). */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

const META = 'x-amz-meta-sha256';

/** Blobs in one bucket; the checksum is kept as metadata of the object. */
export class S3Store extends BlobStore {
  private readonly client: S3Client;
  private readonly signer: S3Client;

  constructor(private readonly options: S3Options) {
    super();
    this.client = clientFor(options, options.endpoint);
    this.signer = clientFor(options, options.publicEndpoint ?? options.endpoint);
  }

  async put(key: string, source: string, contentType: string): Promise<BlobHead> {
    return this.write(key, createReadStream(source), contentType);
  }

  /** Through a local file: the checksum goes into the request's head, so it must be known before the first byte is sent. */
  async write(
    key: string,
    content: Readable,
    contentType: string,
    expected?: Pick<UploadOffer, 'bytes' | 'sha256'>,
  ): Promise<BlobHead> {
    checkKey(key);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-s3-'));
    try {
      const file = path.join(folder, 'blob');
      const spooled = await spool(content, file, expected);
      await this.send(key, file, contentType, spooled);
      return { key, contentType, ...spooled };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async head(key: string): Promise<BlobHead | null> {
    try {
      const found = await this.client.send(new HeadObjectCommand(this.place(key)));
      const { ContentLength: bytes = 0, ContentType: contentType = 'application/octet-stream' } = found;
      return { key, bytes, contentType, sha256: found.Metadata?.sha256 ?? '' };
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
      throw error;
    }
  }

  async read(key: string, range?: { start: number; end: number }): Promise<Readable> {
    const Range = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` };
    const { Body } = await this.client.send(new GetObjectCommand({ ...this.place(key), ...Range }));
    return Body as Readable;
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.place(key)));
  }

  async *list(prefix: string): AsyncIterable<BlobEntry> {
    const pages = paginateListObjectsV2(
      { client: this.client },
      { Bucket: this.options.bucket, Prefix: prefix },
    );
    for await (const { Contents = [] } of pages)
      for (const { Key, Size = 0, LastModified } of Contents)
        if (Key !== undefined) yield { key: Key, bytes: Size, changedAt: LastModified ?? new Date(0) };
  }

  async link(key: string, { seconds, fileName, isDownload }: LinkOptions): Promise<string> {
    const command = new GetObjectCommand({
      ...this.place(key),
      ResponseContentDisposition: disposition(isDownload ? 'attachment' : 'inline', fileName),
    });
    return getSignedUrl(this.signer, command, { expiresIn: checkLife(seconds) });
  }

  async uploadLink(key: string, offer: UploadOffer): Promise<UploadLink> {
    const { bytes, contentType, sha256 } = offer;
    const what = { ContentType: contentType, ContentLength: bytes, Metadata: { sha256 } };
    const url = await getSignedUrl(this.signer, new PutObjectCommand({ ...this.place(key), ...what }), {
      expiresIn: checkLife(offer.seconds),
      signableHeaders: new Set(['content-type', 'content-length', 'host']),
      unhoistableHeaders: new Set([META]),
    });
    const headers = { 'content-type': contentType, 'content-length': String(bytes), [META]: sha256 };
    return { method: 'PUT', url, headers };
  }

  private async send(key: string, file: string, ContentType: string, { sha256 }: Spooled): Promise<void> {
    const params = {
      ...this.place(key),
      Body: createReadStream(file),
      ContentType,
      Metadata: { sha256 },
    };
    await new Upload({ client: this.client, params }).done();
  }

  private place(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.options.bucket, Key: checkKey(key) };
  }
}

/** Checksums only where the service demands them: servers besides Amazon's store the SDK's trailers as content, or refuse. */
function clientFor({ region, credentials }: S3Options, endpoint: string | undefined): S3Client {
  return new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
