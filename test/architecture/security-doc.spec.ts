import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { read } from './sources';

/** Of OWASP ASVS 5.0.0: the forty rows that matter here most, those of level 3 taken besides, and what keys must keep. */
const ASKED = `
  1.2.4 1.2.5 1.3.6 1.5.2 2.1.3 2.2.1 2.3.1 2.3.2 2.3.3 2.3.4 2.4.1 3.2.1 3.3.2 3.3.3 3.3.4 3.4.3 3.4.6 3.5.1 3.5.3
  4.1.3 4.2.1 5.1.1 5.2.1 5.2.2 5.3.2 5.4.1 5.4.2 5.4.3 6.1.1 6.3.1 6.3.3 6.3.4 7.2.2 7.4.1 7.4.2 7.4.5 7.5.1 7.5.2
  8.2.1 8.2.2 8.2.3 9.2.2 9.2.3 11.5.1 13.2.1 13.2.4 13.2.5 13.3.1 13.4.5 15.3.2 15.3.3 15.3.4 15.3.6 15.3.7
  16.2.5 16.3.1 16.3.2 16.4.2 16.5.1 16.5.3
  1.2.10 2.3.5 5.2.4 6.5.2 7.5.3 8.3.2 10.3.5 14.2.1 14.2.8 15.1.2 15.2.1 15.4.2`
  .trim()
  .split(/\s+/);

const root = path.resolve(__dirname, '../..');
const integration = readdirSync(path.join(root, 'test/integration'));

/** Whether `name` is a test: a path, or a file of test/integration with or without the tools it needs. */
const isTest = (name: string): boolean =>
  name.includes('/')
    ? name.endsWith('.spec.ts') && existsSync(path.join(root, name))
    : integration.some((file) => new RegExp(`^${name}(\\.[\\w.]+)?\\.spec\\.ts$`).test(file));

const rows = read('docs/security.md')
  .split('\n')
  .flatMap((line) => {
    const [, items = '', , held = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return /^\d+\.\d+\.\d+/.test(items) ? [{ items: items.split(', '), held }] : [];
  });
const named = (held: string): string[] => [...held.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('what protects Atelier', () => {
  it('is written down for every item that applies', () => {
    const written = rows.flatMap(({ items }) => items);
    expect(ASKED.filter((item) => !written.includes(item))).toEqual([]);
    expect(written.filter((item, at) => written.indexOf(item) !== at)).toEqual([]);
  });

  it.each(rows.map(({ items, held }) => [items.join(', '), held] as const))(
    '%s is held by a test that exists, or there is a reason',
    (_items, held) => {
      const isReasoned = /^reason: .{20,}/.test(held);
      expect(isReasoned || named(held).some(isTest)).toBe(true);
    },
  );

  it.each(rows.map(({ items, held }) => [items.join(', '), held] as const))(
    '%s names no test that is gone',
    (_items, held) => {
      const likeTests = named(held).filter((name) => /\.spec\.ts$|^[a-z]+(-[a-z]+)+$/.test(name));
      expect(likeTests.filter((name) => !isTest(name))).toEqual([]);
    },
  );
});
