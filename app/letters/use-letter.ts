import { useEffect, useRef, useState } from "react";
import {
  type KnownLetter,
  type LetterKeeper,
  type LetterState,
  type LetterText,
  makeLetterKeeper,
} from "./letter-keeper";

/** A letter that is being written on this page. */
export function useLetter(first: KnownLetter) {
  const [letter, setLetter] = useState<LetterText>({ title: first.title, text: first.text });
  const [state, setState] = useState<LetterState>({ known: first, trouble: null, elsewhere: null });
  const started = useRef(first);
  const keeper = useRef<LetterKeeper | null>(null);

  useEffect(() => {
    const made = makeLetterKeeper(started.current, (next) => {
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
  }, []);

  // The address says which letter this is, so that the page can be loaded again.
  const { id } = state.known;
  useEffect(() => {
    if (id !== null) window.history.replaceState(null, "", `/letters/${id}`);
  }, [id]);

  return {
    letter,
    state,
    isKept: letter.title === state.known.title && letter.text === state.known.text,
    write(change: Partial<LetterText>) {
      const next = { ...letter, ...change };
      setLetter(next);
      keeper.current?.write(next);
    },
    flush: async () => (await keeper.current?.flush()) ?? false,
    /** It is going for good: nothing is brought back. */
    stop: () => keeper.current?.stop(),
  };
}
