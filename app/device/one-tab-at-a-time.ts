/** Runs something while no other tab of this browser runs anything under the same name. */
export type Alone = <Result>(name: string, run: () => Promise<Result>) => Promise<Result>;

/** Longer than one try takes. A tab that holds on for longer was put to sleep by its browser. */
const PATIENCE = 20_000;

/**
 * With a Web Lock. From a tab that sleeps it is taken (there the call rejects): a move's id makes sure that it is stored
 * once, whoever sends it. Where the browser has no such locks, at once: for the same reason.
 */
export const oneTabAtATime: Alone = async (name, run) => {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return run();
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return run();
  };
  try {
    return await locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, begin);
  } catch (error) {
    if (hasBegun) throw error;
    return locks.request(name, { steal: true }, begin);
  }
};
