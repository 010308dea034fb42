import { filesBelow, MODULES, read } from './sources';

const KINDS = [
  'module', 'controller', 'dto', 'service', 'repository', 'entity', 'sql', 'jobs', 'processor', 'listener', 'workflow',
  'policy', 'provider', 'rail', 'mapping', 'guard', 'spec',
]; // prettier-ignore
const HARD_LIMIT = 350;
const PROVIDER_FOLDERS = /^src\/modules\/[a-z]+\/(providers|rails)\//;

const sources = filesBelow('src').filter((file) => file !== 'src/metadata.ts');
const moduleFiles = sources.filter((file) => file.startsWith('src/modules/'));

describe('files', () => {
  test('every file of a module has a kind of the closed list, outside of domain', () => {
    const strangers = moduleFiles.filter((file) => {
      const name = file.split('/').at(-1) ?? '';
      if (file.includes('/domain/') || name === 'contract.ts' || name === 'index.ts') return false;
      const kind = /^[a-z0-9-]+\.([a-z]+)(\.spec)?\.ts$/.exec(name)?.[1];
      return kind === undefined || !KINDS.includes(kind);
    });
    expect(strangers).toEqual([]);
  });

  test('no folder is called common, shared, helpers, utils or misc', () => {
    expect(sources.filter((file) => /\/(common|shared|helpers?|utils?|misc)\//.test(file))).toEqual([]);
  });

  test('a module has a contract, a face, and at most 18 files at its top level', () => {
    for (const module of MODULES) {
      const top = moduleFiles.filter(
        (file) =>
          file.split('/').length === 4 &&
          file.startsWith(`src/modules/${module}/`) &&
          !file.endsWith('.spec.ts'),
      );
      expect({
        module,
        files: top.length <= 18,
        contract: top.includes(`src/modules/${module}/contract.ts`),
        face: top.includes(`src/modules/${module}/index.ts`),
      }).toEqual({ module, files: true, contract: true, face: true });
    }
  });

  test('no file is longer than 350 lines', () => {
    const all = [...sources, ...filesBelow('migrations'), ...filesBelow('test'), ...filesBelow('bench')];
    expect(all.filter((file) => read(file).split('\n').length > HARD_LIMIT + 1)).toEqual([]);
  });

  test('nothing is an enum, a default export or a circular injection', () => {
    const offenders = sources.filter((file) =>
      /^\s*(export )?(const )?enum \w|^export default|forwardRef\(/m.test(read(file)),
    );
    expect(offenders).toEqual([]);
  });

  test('every SQL constant says who calls it, which index serves it and why it is safe twice', () => {
    const bare: string[] = [];
    for (const file of sources.filter((name) => name.endsWith('.sql.ts') && !PROVIDER_FOLDERS.test(name))) {
      for (const match of read(file).matchAll(/((?:\/\*\*[\s\S]*?\*\/\s*)?)export const (\w+) = `/g)) {
        const comment = match[1]?.split('/**').at(-1) ?? '';
        if (!/Caller: [\s\S]*Index: [\s\S]*Twice: /.test(comment)) bare.push(`${file} ${match[2]}`);
      }
    }
    expect(bare).toEqual([]);
  });

  test('amounts of money and credits never pass through a float', () => {
    const money = moduleFiles.filter(
      (file) =>
        /^src\/modules\/(ledger|quota|compensation|grants|payouts)\//.test(file) &&
        !file.endsWith('.spec.ts'),
    );
    const offenders = money.filter((file) =>
      /parseFloat|Math\.(round|floor|ceil)\(|\.toFixed\(/.test(read(file)),
    );
    expect(offenders).toEqual([]);
  });

  test('a constructor takes at most six arguments and a service has at most seven public methods', () => {
    const wide: string[] = [];
    for (const file of moduleFiles.filter((name) => !name.endsWith('.spec.ts'))) {
      const text = read(file);
      for (const match of text.matchAll(/constructor\(([\s\S]*?)\)\s*\{/g)) {
        const count = (match[1] ?? '')
          .split('\n')
          .join(' ')
          .split(/,(?![^<(]*[>)])/)
          .filter((part) => part.trim() !== '').length;
        if (count > 6) wide.push(`${file}: constructor of ${count}`);
      }
      if (!file.endsWith('.service.ts')) continue;
      const methods =
        text.match(
          /^ {2}(?!private|protected|constructor|static|get |set )(?:async )?\*?[a-zA-Z]\w*(?:<[^(]*>)?\(/gm,
        ) ?? [];
      if (methods.length > 7) wide.push(`${file}: ${methods.length} public methods`);
    }
    expect(wide).toEqual([]);
  });

  test('a module names only its own tables in its SQL', () => {
    const foreign: string[] = [];
    for (const file of moduleFiles.filter((name) => /\.(sql|repository)\.ts$/.test(name))) {
      const own = file.split('/')[2] ?? '';
      for (const match of read(file).matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z]+)_[a-z_]+/g)) {
        const prefix = match[1] ?? '';
        if (MODULES.includes(prefix) && prefix !== own) foreign.push(`${file}: ${match[0]}`);
      }
    }
    expect(foreign).toEqual([]);
  });
});
