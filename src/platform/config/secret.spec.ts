import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigurationError } from './env';
import { deriveKey, instanceSecret, makeOnce } from './secret';

describe('the secret of an installation', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'atelier-secret-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is the configured one when there is one', () => {
    expect(instanceSecret({ secret: 'x'.repeat(40), dataDir })).toBe('x'.repeat(40));
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is made once, readable by its owner only, in a folder that may not exist yet', () => {
    const inner = path.join(dataDir, 'new');
    const secret = instanceSecret({ dataDir: inner });
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(instanceSecret({ dataDir: inner })).toBe(secret);
    expect(statSync(path.join(inner, 'secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(inner)).toEqual(['secret']);
  });

  it('is one secret for processes that start together: the later one keeps what the first one made', () => {
    const first = instanceSecret({ dataDir });
    makeOnce(path.join(dataDir, 'secret'));
    expect(instanceSecret({ dataDir })).toBe(first);
    expect(readdirSync(dataDir)).toEqual(['secret']);
  });

  it('is refused with its file named when somebody emptied it', () => {
    const file = path.join(dataDir, 'secret');
    writeFileSync(file, '');
    expect(() => instanceSecret({ dataDir })).toThrow(ConfigurationError);
    expect(() => instanceSecret({ dataDir })).toThrow(file);
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('gives each purpose a key of its own', () => {
    const [a, b] = [deriveKey('s'.repeat(40), 'api keys'), deriveKey('s'.repeat(40), 'links')];
    expect(a).toHaveLength(32);
    expect(a.equals(b)).toBe(false);
    expect(a.equals(deriveKey('s'.repeat(40), 'api keys'))).toBe(true);
  });
});
