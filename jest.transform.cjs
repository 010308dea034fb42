// Jest 30 on Node 20 cannot require() ES modules (native support needs Node >= 24.9). Nest 12 and friends are
// ESM-only, so every ESM file a test reaches is compiled to CommonJS here. CommonJS files pass through untouched.
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { createTransformer } = require('@swc/jest');

const base = { swcrc: false, module: { type: 'commonjs' } };
const typescript = createTransformer({
  ...base,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});
const esm = createTransformer({
  ...base,
  sourceMaps: false,
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
});

const types = new Map();
function packageType(dir) {
  if (types.has(dir)) return types.get(dir);
  let type;
  try {
    type = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8')).type ?? 'commonjs';
  } catch {
    type = path.dirname(dir) === dir ? 'commonjs' : packageType(path.dirname(dir));
  }
  types.set(dir, type);
  return type;
}

function transformerFor(file) {
  if (/\.[mc]?tsx?$/.test(file)) return typescript;
  if (file.endsWith('.mjs')) return esm;
  if (file.endsWith('.cjs')) return undefined;
  return packageType(path.dirname(file)) === 'module' ? esm : undefined;
}

module.exports = {
  process(source, file, options) {
    const transformer = transformerFor(file);
    return transformer ? transformer.process(source, file, options) : { code: source };
  },
  getCacheKey(source, file, options) {
    const transformer = transformerFor(file);
    if (transformer) return transformer.getCacheKey(source, file, options);
    return `cjs:${crypto.createHash('sha1').update(file).update(source).digest('hex')}`;
  },
};
