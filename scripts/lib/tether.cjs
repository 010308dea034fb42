// Preloaded into the application by the stack: when the parent goes away, however it went (kill -9 closes the channel
// too), the application shuts down as if asked to. Without it an orphan would keep the port and the jobs.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
