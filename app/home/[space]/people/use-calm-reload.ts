import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Somebody who has just opened a link does not wait much longer than this to be seen. */
const EVERY = 10_000;

/** Looks now and then whether somebody has come, while the page is in sight. */
export function useCalmReload(): void {
  const { refresh } = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") refresh();
    };
    const timer = setInterval(look, EVERY);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh]);
}
