/** Runs what has the same key one after the other, in the order in which it was asked for; all else at once. */
export type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** Turns within this process. It remembers only what is not done yet. */
export function makeTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    last.set(key, result);
    const forget = () => {
      if (last.get(key) === result) last.delete(key);
    };
    result.then(forget, forget);
    return result;
  };
}
