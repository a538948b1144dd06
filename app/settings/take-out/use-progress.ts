import { useEffect, useState } from "react";
import type { TakeoutAnswer } from "#wire/answers";

const ASK_EVERY = 1_000;

/** How a takeout stands, asked again every second while it is being packed. */
export function useProgress(known: TakeoutAnswer | null) {
  const [takeout, follow] = useState(known);
  const isPacking = takeout?.state === "packing";
  useEffect(() => {
    if (!isPacking) return;
    const ended = new AbortController();
    const timer = setInterval(async () => {
      const newer = await read(ended.signal);
      if (newer && !ended.signal.aborted) follow(newer);
    }, ASK_EVERY);
    return () => {
      clearInterval(timer);
      ended.abort();
    };
  }, [isPacking]);
  return { takeout, follow };
}

/** Null where nothing was reached: it is asked again in a moment. */
async function read(signal: AbortSignal): Promise<TakeoutAnswer | null> {
  try {
    const response = await fetch("/api/takeout", { signal });
    return response.ok ? ((await response.json()) as TakeoutAnswer) : null;
  } catch {
    return null; // cut off, or the page was left
  }
}
