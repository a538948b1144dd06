"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { followSpace } from "./follow-space";

interface WatchSpaceProps {
  readonly spaceId: string;
  /** When the page was made (ISO 8601). */
  readonly since: string;
}

/**
 * Has the page made anew when the space has changed. What stands in boxes stays there: only what the server says is
 * changed. Shows nothing; `data-watching` says from when on nothing is missed.
 */
export function WatchSpace({ spaceId, since }: WatchSpaceProps) {
  const router = useRouter();
  const [isWatching, setIsWatching] = useState(false);
  // Of the page that was loaded: what has come after it the socket tells.
  const first = useRef(since);

  useEffect(
    () =>
      followSpace(spaceId, {
        since: first.current,
        onWatching: setIsWatching,
        onChange: () => router.refresh(),
      }),
    [spaceId, router],
  );
  return <span hidden data-watching={isWatching} />;
}
