// When a script must stop: Ctrl-C, kill, a closed terminal, or a parent that went away.

/**
 * Call `stop` once at the first reason to stop; at the second Ctrl-C leave at once.
 * npm does not pass SIGTERM on and a kill -9 of npm tells nobody, so the parent is watched too.
 * @param {(reason: string) => void | Promise<void>} stop
 */
export function onStop(stop) {
  let isStopping = false;
  const handle = (reason) => {
    if (isStopping && reason === 'SIGINT') process.exit(130);
    if (isStopping) return;
    isStopping = true;
    void stop(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => handle(signal));
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && handle('parent exited'), 500).unref();
}
