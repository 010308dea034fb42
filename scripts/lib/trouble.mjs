// No dependency and no modern syntax beyond Node 14: this file is read before the Node version is known to be right.

/**
 * A fault that the person at the terminal can repair. The message is all they see (no stack), so it says what
 * happened and what to do next. `exitCode` is the process's exit code: 1 in general, 78 (EX_CONFIG) for settings.
 */
export class Trouble extends Error {
  constructor(message, options = {}) {
    super(message);
    this.name = 'Trouble';
    this.exitCode = options.exitCode || 1;
    this.cause = options.cause;
  }
}

const elsewhere = 'or set ATELIER_DATA_DIR to a folder elsewhere';

/**
 * Turn an operating-system error into a Trouble with a remedy, or hand any other error back as it is.
 * @param {any} error
 * @param {string} folder the folder that was being written, as the person knows it
 * @param {string} [otherwise] the second remedy; by default that of the data folder
 */
export function explain(error, folder, otherwise = elsewhere) {
  if (error instanceof Trouble) return error;
  const code = error && error.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return noSpace(folder, error, otherwise);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return notWritable(folder, error, otherwise);
  return error;
}

export function noSpace(folder, cause, otherwise = elsewhere) {
  return new Trouble(
    `No space is left on the disk that holds ${folder}: free at least 1 GB${otherwise && `, ${otherwise},`} and start again.`,
    { cause },
  );
}

export function notWritable(folder, cause, otherwise = elsewhere) {
  return new Trouble(
    `The folder ${folder} cannot be written by this user: give write access${otherwise && `, ${otherwise},`} and start again.`,
    { cause },
  );
}

/** Run a script's main function: a Trouble becomes one sentence on stderr, anything else keeps its stack. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    fail(error);
  }
}

/** Print the fault and leave at once. Never returns. */
export function fail(error) {
  const text = error instanceof Trouble ? error.message : (error && error.stack) || error;
  if (text) process.stderr.write(`${text}\n`);
  process.exit(error instanceof Trouble ? error.exitCode : 1);
}
