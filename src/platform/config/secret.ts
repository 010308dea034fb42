import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from './env';
import type { Settings } from './settings';

const SHORTEST = 32;

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** Puts a complete new secret in place, or leaves the one that another process put there first: `link` never overwrites. */
export function makeOnce(file: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    chmodSync(draft, 0o600); // the umask may only have taken rights away; this gives the owner's back
    linkSync(draft, file);
  } catch (error) {
    if (!isTaken(error)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The secret of this installation: ATELIER_SECRET, or a file `secret` (mode 0600) in the data folder, made once.
 * Processes that start together agree on one. Losing it makes every API key and signed link invalid, and what is sealed under it (bank accounts, tax
 * identities, code apps, webhook secrets) unreadable: it belongs in the backup.
 * Throws `ConfigurationError` when the file is there but too short to be one.
 */
export function instanceSecret(settings: Pick<Settings, 'secret' | 'dataDir'>): string {
  if (settings.secret !== undefined) return settings.secret;
  const file = path.resolve(settings.dataDir, 'secret');
  mkdirSync(settings.dataDir, { recursive: true });
  let text: string | undefined;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeOnce(file);
    text = readFileSync(file, 'utf8').trim();
  }
  if (text.length >= SHORTEST) return text;
  throw new ConfigurationError([
    `${file}: holds fewer than ${SHORTEST} characters. Restore it from the backup; or remove it to get a new one, which ends all API keys and makes sealed bank accounts and tax identities unreadable.`,
  ]);
}

/** 32 bytes for one purpose: knowing one derived key says nothing about the secret or about another purpose's key. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `atelier ${purpose}`, 32));
}
