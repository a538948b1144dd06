import { useEffect, useRef, useState } from "react";
import {
  type KeptText,
  type KnownText,
  makeTextKeeper,
  type TextKeeper,
  type TextPlace,
  type TextState,
} from "./text-keeper";

/** Something that is being written on this page, and kept while one types. `place` is one and the same object. */
export function useKeptText(place: TextPlace, first: KnownText) {
  const [text, setText] = useState<KeptText>({ title: first.title, text: first.text });
  const [state, setState] = useState<TextState>({ known: first, trouble: null, elsewhere: null });
  const started = useRef(first);
  const keeper = useRef<TextKeeper | null>(null);

  useEffect(() => {
    const made = makeTextKeeper(place, started.current, (next) => {
      started.current = next.known;
      setState(next);
    });
    keeper.current = made;
    const leave = () => void made.flush({ keepalive: true });
    const look = () => document.visibilityState === "hidden" && leave();
    const retry = () => void made.flush();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", retry);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", retry);
      leave();
      made.stop();
    };
  }, [place]);

  // The address says which one this is, so that the page can be loaded again.
  const { id } = state.known;
  useEffect(() => {
    if (id !== null) window.history.replaceState(null, "", `${place.page}/${id}`);
  }, [id, place]);

  return {
    text,
    state,
    isKept: text.title === state.known.title && text.text === state.known.text,
    write(change: Partial<KeptText>) {
      const next = { ...text, ...change };
      setText(next);
      keeper.current?.write(next);
    },
    flush: async () => (await keeper.current?.flush()) ?? false,
    /** It is going for good: nothing is brought back. */
    stop: () => keeper.current?.stop(),
  };
}
