// Whether a delivered MP4 is what was asked for: its index, its size, its length, and every frame decoded.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from './trouble.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const compiled = (file) => createRequire(import.meta.url)(path.join(root, 'dist/src/platform/media', file));

/**
 * The ffmpeg that this environment names or has.
 * @throws {Trouble} one sentence with the remedy
 */
export async function usableFfmpeg() {
  const { findFfmpeg } = compiled('ffmpeg.js');
  const search = { configured: process.env.FFMPEG_PATH || null, searchPath: process.env.PATH ?? '' };
  const finding = await findFfmpeg(search);
  if (!finding.found) throw new Trouble(finding.reason);
  return finding.ffmpeg;
}

/**
 * @param {string} file a local MP4
 * @param {{ width: number, height: number, seconds: number, fps: number }} asked
 * @returns {Promise<{ frames: number }>}
 * @throws {Error} naming the first thing that differs
 */
export async function verifyClip(file, asked) {
  const { probeVideo } = compiled('probe.js');
  const { decodeFully } = compiled('decode.js');
  const probe = await probeVideo(file);
  if (!probe.ok) throw new Error(`${file}: ${probe.reason}`);
  const { facts } = probe;
  const frames = Math.round(asked.seconds * asked.fps);
  const isRight =
    facts.width === asked.width &&
    facts.height === asked.height &&
    Math.abs(facts.fps - asked.fps) < 0.01 &&
    Math.abs(facts.seconds - asked.seconds) < 1 / asked.fps;
  if (!isRight) throw new Error(`${file} is ${JSON.stringify(facts)}, asked was ${JSON.stringify(asked)}`);
  const ffmpeg = await usableFfmpeg();
  const decoded = await decodeFully(ffmpeg, file, { timeoutMs: 60_000, untrusted: false });
  if (!decoded.ok) throw new Error(`${file} does not decode: ${decoded.reason}`);
  if (decoded.frames !== frames) throw new Error(`${file} has ${decoded.frames} frames instead of ${frames}`);
  return { frames };
}
