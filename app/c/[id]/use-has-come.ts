import { useEffect, useState } from "react";

/** The longest a browser's timer can wait. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Whether an instant lies in the past by the server's time; becomes true by itself. None has not come. */
export function useHasCome(at: string | null, serverNow: () => number): boolean {
  const [hasCome, setHasCome] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const left = at === null ? Number.POSITIVE_INFINITY : Date.parse(at) - serverNow();
      setHasCome(left <= 0);
      if (left > 0) timer = setTimeout(look, Math.min(left + 500, LONGEST_TIMER));
    };
    look();
    return () => clearTimeout(timer);
  }, [at, serverNow]);
  return hasCome;
}
