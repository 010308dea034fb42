import fs from 'node:fs';
import path from 'node:path';
import { filesBelow, ROOT } from './sources';

/** The API document has one room for all names: of two classes of one name it would show the last one for both. */
test('every class of the API has a name of its own', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const file of filesBelow('src/modules', '.dto.ts')) {
    const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/^(?:export )?class (\w+)/gm)) {
      const before = seen.get(name);
      if (before === undefined) seen.set(name, file);
      else twice.push(`${name} in ${before} and in ${file}`);
    }
  }
  expect(twice).toEqual([]);
});
