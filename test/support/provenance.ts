import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What another implementation says of a file: whether every check holds, and the codes of those that do not. */
interface Opinion {
  readonly isValid: boolean;
  readonly failures: readonly string[];
}

/** Of the toolkit of the Content Authenticity Initiative, and of a library that other people wrote. */
export interface SecondOpinion {
  readonly independent: Opinion;
  readonly toolkit: Opinion;
}

export function secondOpinion(file: string): SecondOpinion {
  const script = path.join(__dirname, 'second-opinion.mjs');
  const run = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as SecondOpinion;
}

export const VALID: SecondOpinion = {
  independent: { isValid: true, failures: [] },
  toolkit: { isValid: true, failures: [] },
};
