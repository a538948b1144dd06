/** Sleep that can be cut short: by whoever has news, and for good by a stop. */
export interface Naps {
  /** Resolves after so many milliseconds, or as soon as it is woken. What woke it since `last` counts too. */
  take(milliseconds: number, last?: number): Promise<void>;
  /** How often there has been a call to wake: whoever looks for work remembers it before looking. */
  calls(): number;
  wake(): void;
}

export function makeNaps(): Naps {
  const sleepers = new Set<() => void>();
  let calls = 0;
  return {
    take(milliseconds, last = calls) {
      if (last !== calls) return Promise.resolve();
      return new Promise((resolve) => {
        const wakeUp = () => {
          clearTimeout(timer);
          sleepers.delete(wakeUp);
          resolve();
        };
        const timer = setTimeout(wakeUp, milliseconds);
        sleepers.add(wakeUp);
      });
    },
    calls: () => calls,
    wake() {
      calls += 1;
      for (const wakeUp of [...sleepers]) wakeUp();
    },
  };
}
