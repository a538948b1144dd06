import { evenground } from "#server/evenground";
import { WatchSpace } from "./watch-space";

interface LiveSpaceProps {
  readonly spaceId: string;
}

/**
 * Keeps a page of a space as it is: it is made anew when something that lasts has changed there, whoever changed it and
 * on whichever device. For pages that are made on the server: the time at which they were is told along.
 */
export function LiveSpace({ spaceId }: LiveSpaceProps) {
  return <WatchSpace spaceId={spaceId} since={evenground().now().toISOString()} />;
}
