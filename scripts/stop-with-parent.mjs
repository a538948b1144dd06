/**
 * Ends this process as if told to by SIGTERM once the process that started it has ended.
 * npm needs this: told to stop, it ends itself and its shell, but not what runs in the shell.
 */
export function stopWithParent() {
  if (process.platform === "win32") return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return; // an orphan is given a new parent
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}
