import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');

/** Paths of all files below `folder` that end in `ending`, relative to the project. */
export function filesBelow(folder: string, ending = '.ts'): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

export const MODULES = readdirSync(path.join(ROOT, 'src/modules'));
