import { Fragment, type ReactNode } from "react";

/** A plain text whose addresses can be pressed. */
export function linked(text: string): ReactNode {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => {
    const key = `${index}:${part}`;
    // Every second part is what the pattern found.
    return index % 2 === 1 ? (
      <a key={key} href={part}>
        {part}
      </a>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
