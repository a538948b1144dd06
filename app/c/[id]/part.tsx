import type { ReactNode } from "react";
import { useConversation } from "./use-conversation";

interface PartProps {
  /** What it is where it is a landmark of its page. */
  readonly as: "section" | "aside";
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/**
 * A named part of the room: a landmark, to be found by those who listen to the page. Where two seats stand on one
 * page each seat is the landmark, and its parts are groups in it: no landmark is there twice.
 */
export function Part({ as: Landmark, label, className, children }: PartProps) {
  const { isOneOfTwo } = useConversation();
  if (isOneOfTwo)
    return (
      // biome-ignore lint/a11y/useSemanticElements: these are no fields of a form
      <div role="group" aria-label={label} className={className}>
        {children}
      </div>
    );
  return (
    <Landmark aria-label={label} className={className}>
      {children}
    </Landmark>
  );
}
