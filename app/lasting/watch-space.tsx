"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { openSocket } from "../socket";
import { followSpace } from "./follow-space";
import { shareSocket } from "./shared-socket";

interface WatchSpaceProps {
  readonly spaceId: string;
  /** When the page was made (ISO 8601). */
  readonly since: string;
}

/** Everything on a page that follows a space shares one. */
const borrowSocket = shareSocket(openSocket);

/**
 * Has the page made anew when the space has changed. What stands in boxes stays there: only what the server says is
 * changed. Shows nothing; `data-watching` says from when on nothing is missed.
 */
export function WatchSpace({ spaceId, since }: WatchSpaceProps) {
  const router = useRouter();
  const [isWatching, setIsWatching] = useState(false);
  // Of the page that was loaded: what has come after it the socket tells.
  const first = useRef(since);

  useEffect(() => {
    const follower = {
      since: first.current,
      onWatching: setIsWatching,
      onChange: () => router.refresh(),
    };
    const following = followSpace(spaceId, follower, borrowSocket);
    const lookAgain = () => {
      if (document.visibilityState === "visible") following.lookAgain();
    };
    document.addEventListener("visibilitychange", lookAgain);
    return () => {
      document.removeEventListener("visibilitychange", lookAgain);
      following.stop();
    };
  }, [spaceId, router]);
  return <span hidden data-watching={isWatching} />;
}
