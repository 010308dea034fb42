import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ConfigurationError } from './env';
import { deriveKey, instanceSecret } from './secret';

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

  it('is one secret for processes that start together', async () => {
    // Plain processes that race for the file by the same two calls, link and unlink, as the code under test.
    const rival = `
      const fs = require('node:fs'), path = require('node:path'), crypto = require('node:crypto');
      const file = path.join(process.argv[1], 'secret'), draft = file + process.pid;
      fs.writeFileSync(draft, crypto.randomBytes(48).toString('base64url'));
      try { fs.linkSync(draft, file); } catch {} fs.unlinkSync(draft);
      process.stdout.write(fs.readFileSync(file, 'utf8').trim());`;
    const run = promisify(execFile);
    const rivals = [1, 2, 3].map(() => run(process.execPath, ['-e', rival, dataDir]));
    const ours = instanceSecret({ dataDir });
    const theirs = await Promise.all(rivals);
    expect(new Set([ours, ...theirs.map(({ stdout }) => stdout)]).size).toBe(1);
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
