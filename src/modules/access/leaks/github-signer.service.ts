import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { MINUTE } from '../../../kernel/clock';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { accessRefusals } from '../contract';

const PATIENCE_MS = 5_000;

interface PublishedKeys {
  readonly public_keys: readonly { readonly key_identifier: string; readonly key: string }[];
}

/**
 * Whether a report really comes from GitHub's secret scanning: ECDSA P-256 with SHA-256 over the raw body, under a key
 * that GitHub publishes. https://docs.github.com/en/code-security/secret-scanning/secret-scanning-partner-program
 */
@Injectable()
export class GithubSigner {
  private readonly log = new Logger('github');
  private keys = new Map<string, KeyObject>();
  private etag: string | undefined;
  private askedAt = -Infinity;
  private asking: Promise<void> | undefined;

  constructor(private readonly settings: Settings) {}

  /** Refuses `signature_wrong` (401), and `signer_unknown` (503) when GitHub's keys cannot be fetched: it sends again. */
  async verify(body: Buffer, keyId: string, signature: string): Promise<void> {
    const key = this.keys.get(keyId) ?? (await this.fetchKey(keyId));
    if (key === undefined) throw refusal(accessRefusals, 'signature_wrong');
    const bytes = Buffer.from(signature, 'base64');
    const isRight = bytes.length > 0 && verify('sha256', body, key, bytes);
    if (!isRight) throw refusal(accessRefusals, 'signature_wrong');
  }

  /** Looks for a key that is not known, at most once a minute; those who ask meanwhile wait for the same answer. */
  private async fetchKey(keyId: string): Promise<KeyObject | undefined> {
    if (this.asking === undefined && Date.now() - this.askedAt >= MINUTE) {
      this.askedAt = Date.now();
      this.asking = this.refresh().finally(() => (this.asking = undefined));
    }
    try {
      await this.asking;
    } catch (error) {
      this.log.warn({ error }, 'the keys of GitHub could not be fetched');
      if (this.keys.size === 0) this.askedAt = -Infinity;
      throw refusal(accessRefusals, 'signer_unknown');
    }
    if (this.keys.size === 0) throw refusal(accessRefusals, 'signer_unknown');
    return this.keys.get(keyId);
  }

  private async refresh(): Promise<void> {
    const answer = await fetch(this.settings.githubKeysUrl, {
      headers: {
        accept: 'application/json',
        ...(this.etag === undefined ? {} : { 'if-none-match': this.etag }),
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status === 304) return;
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const { public_keys: published } = (await answer.json()) as PublishedKeys;
    this.keys = new Map(published.map(({ key_identifier: id, key }) => [id, createPublicKey(key)]));
    this.etag = answer.headers.get('etag') ?? undefined;
  }
}
