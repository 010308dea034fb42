// The tiers of tests (house-style.md), in the order they run: the quick and telling ones first.
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Tier
 * @property {string} name also the project's name in jest.config.cjs
 * @property {string} folder
 * @property {boolean} needsPostgres
 * @property {boolean} [isGrouped] its files load the whole product each: run as a whole, several share that
 * @property {number} limitMs after which a run counts as hanging: some three times its budget
 */

const minute = 60_000;

/** @type {Tier[]} */
export const tiers = [
  { name: 'unit', folder: 'src', needsPostgres: false, limitMs: 5 * minute },
  { name: 'architecture', folder: 'test/architecture', needsPostgres: true, limitMs: 5 * minute },
  {
    name: 'integration',
    folder: 'test/integration',
    needsPostgres: true,
    isGrouped: true,
    limitMs: 25 * minute,
  },
  { name: 'contract', folder: 'test/contract', needsPostgres: true, isGrouped: true, limitMs: 10 * minute },
  { name: 'story', folder: 'test/stories', needsPostgres: true, limitMs: 5 * minute },
  { name: 'e2e', folder: 'test/e2e', needsPostgres: true, isGrouped: true, limitMs: 20 * minute },
];

/** A test that needs a program says so in its name: `player.chromium.spec.ts`. */
const toolOfTag = {
  chromium: 'chromium',
  redis: 'redis-server',
  ffmpeg: 'ffmpeg',
  python3: 'python3',
  hledger: 'hledger',
  beancount: 'beancount',
  pdftotext: 'poppler-utils',
  xmllint: 'libxml2-utils',
};

/** @returns {import('./tools.mjs').Tool[]} */
export function toolsOf(spec) {
  const tags = path.basename(spec).split('.').slice(1, -2);
  return tags.map((tag) => toolOfTag[tag]).filter(Boolean);
}

/** The tier's test files, those that match one of the patterns when there are any (as Jest reads them). */
export function specsOf(tier, root, patterns) {
  const folder = path.join(root, tier.folder);
  if (!fs.existsSync(folder)) return [];
  const wanted = patterns.map((pattern) => new RegExp(pattern, 'i'));
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => path.join(tier.folder, name))
    .filter((file) => wanted.length === 0 || wanted.some((pattern) => pattern.test(path.join(root, file))))
    .toSorted();
}

/**
 * What `npm test -- …` asks for: tier names, then patterns of paths, then flags for Jest.
 * `integration ledger -t hold` → the integration tier, files with "ledger", tests with "hold".
 */
export function readArguments(args) {
  const firstFlag = args.findIndex((arg) => arg.startsWith('-'));
  const words = firstFlag < 0 ? args : args.slice(0, firstFlag);
  const chosen = tiers.filter((tier) => words.includes(tier.name));
  return {
    chosen: chosen.length ? chosen : tiers,
    patterns: words.filter((word) => !tiers.some((tier) => tier.name === word)),
    flags: firstFlag < 0 ? [] : args.slice(firstFlag),
  };
}
