// Loading the whole product costs a test file more than most of its tests do. A whole tier therefore runs in groups:
// one file of Jest's that loads the product once and holds several test files, each in a block of its own name.
import fs from 'node:fs';
import path from 'node:path';

const SIZE = 6;

/** Snapshots lie beside the file that Jest runs. */
const isAlone = (root, spec) => /toMatchSnapshot/.test(fs.readFileSync(path.join(root, spec), 'utf8'));

/**
 * Writes the groups of a tier.
 * @param {object} options
 * @param {string} options.root the repository
 * @param {import('./tiers.mjs').Tier} options.tier
 * @param {string[]} options.specs test files, relative to the root
 * @returns {{ patterns: string[], env: Record<string, string> }} what Jest is to run, and where it finds it (jest.config.cjs)
 */
export function writeGroups({ root, tier, specs }) {
  const folder = path.join(root, 'test-results', 'groups', tier.name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const alone = specs.filter((spec) => isAlone(root, spec));
  const together = specs.filter((spec) => !alone.includes(spec));
  const count = Math.ceil(together.length / SIZE);
  // Neighbours of the alphabet are alike in length: they go to different groups.
  const groups = Array.from({ length: count }, (_, at) => together.filter((_, i) => i % count === at));
  for (const [at, group] of groups.entries())
    fs.writeFileSync(path.join(folder, `group-${at + 1}.spec.ts`), textOf(root, folder, group));
  return { patterns: [`groups/${tier.name}/group-`, ...alone], env: { ATELIER_TEST_GROUPS: folder } };
}

function textOf(root, folder, specs) {
  return specs
    .map((spec) => {
      const from = path.relative(folder, path.join(root, spec)).replace(/\.ts$/, '');
      return `describe('${path.basename(spec)}', () => {\n  require('${from}');\n});\n`;
    })
    .join('');
}
