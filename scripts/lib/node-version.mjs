// Runs on any Node that knows import: plain old syntax only, nothing imported but the error class.
import { Trouble } from './trouble.mjs';

/**
 * Nest 12 is ESM-only and reaches our CommonJS build through require(esm): Node 20.19+, 22.12+ or anything from 23 on.
 * @param {string} version such as 'v20.20.2'
 * @throws {Trouble} one sentence with the remedy
 */
export function checkNodeVersion(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  const isFit = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;
  if (isFit) return;
  throw new Trouble(
    `Atelier needs Node 20.19 or newer (22.12 or newer within 22), and this is ${version}: install a current Node and run the command again.`,
  );
}
