import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Somebody who has just opened a link does not wait much longer than this to be seen. */
const EVERY = 10_000;

/** Looks now and then whether somebody has come, while they may and the page is in sight. */
export function useCalmReload(isAwaited: boolean): void {
  const { refresh } = useRouter();
  useEffect(() => {
    if (!isAwaited) return;
    const look = () => {
      // Without a connection the router would leave the page to the browser, which has nothing to show.
      if (document.visibilityState === "visible" && navigator.onLine) refresh();
    };
    const timer = setInterval(look, EVERY);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [isAwaited, refresh]);
}
