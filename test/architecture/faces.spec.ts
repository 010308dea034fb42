import path from 'node:path';
import { MODULES, ROOT } from './sources';

/** Widening a module's face is a visible change of the snapshot. */
test.each(MODULES)('the face of %s', (module) => {
  const face = require(path.join(ROOT, 'src/modules', module, 'index.ts')) as Record<string, unknown>;
  expect(Object.keys(face).toSorted()).toMatchSnapshot();
});
