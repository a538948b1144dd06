/** What has begun and is not done yet, so that a stop can wait for it. */
export interface Underway {
  track<T>(task: Promise<T>): Promise<T>;
  /** Resolves when everything that had begun is done, well or not. */
  done(): Promise<void>;
}

export function watchUnderway(): Underway {
  const tasks = new Set<Promise<unknown>>();
  return {
    track(task) {
      tasks.add(task);
      const forget = () => tasks.delete(task);
      task.then(forget, forget);
      return task;
    },
    async done() {
      await Promise.allSettled([...tasks]);
    },
  };
}
