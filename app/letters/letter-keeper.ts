import type { KeptAnswer, LetterAnswer } from "#wire/answers";
import { send } from "../send";
import type { Unanswered } from "../trouble-words";

/** What a letter says. */
export interface LetterText {
  readonly title: string;
  readonly text: string;
}

/** A letter as the server has it; without an id while nothing of it was kept. */
export interface KnownLetter extends LetterText {
  readonly id: string | null;
  readonly version: number;
}

export interface LetterState {
  readonly known: KnownLetter;
  /** Why what stands in the box is not kept. */
  readonly trouble: Unanswered | null;
  /** What another device made of the letter that was written here until then. Both are kept. */
  readonly elsewhere: (LetterText & { readonly id: string }) | null;
}

export interface LetterKeeper {
  /** Something was typed. It goes to the server soon. */
  write(letter: LetterText): void;
  /** Brings what stands here to the server now. Says whether all of it is there. */
  flush(options?: { readonly keepalive?: boolean }): Promise<boolean>;
  /** Nothing more is brought anywhere: the page goes, or the letter. */
  stop(): void;
}

/** Every two seconds of writing (safety.md §6). */
const SOON = 2_000;
const LATER = 10_000;

interface Attempt {
  readonly known: KnownLetter;
  /** What a new letter is called by this browser. */
  readonly letterId: string;
  readonly letter: LetterText;
}

/**
 * Brings a letter to the server while it is written. What got no answer is sent again as it was before anything newer is,
 * so that nothing is kept twice and nothing is taken for kept. Nothing is ever put into the browser's storage.
 */
export function makeLetterKeeper(first: KnownLetter, tell: (state: LetterState) => void): LetterKeeper {
  let state: LetterState = { known: first, trouble: null, elsewhere: null };
  let written: LetterText = first;
  let letterId = crypto.randomUUID();
  let unanswered: Attempt | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isStopped = false;

  const set = (change: Partial<LetterState>) => {
    state = { ...state, ...change };
    if (!isStopped) tell(state);
  };
  const isKept = () => written.title === state.known.title && written.text === state.known.text;
  const soon = (delay: number) => {
    if (!isStopped) timer ??= setTimeout(() => void flush(), delay);
  };

  /** One try. Says whether it was answered. */
  const keepOnce = async (keepalive: boolean): Promise<boolean> => {
    const attempt = unanswered ?? { known: state.known, letterId, letter: pick(written) };
    const sent = await sendAttempt(attempt, keepalive);
    unanswered = sent.kind === "offline" || sent.kind === "fault" ? attempt : null;
    if (sent.kind !== "answer") {
      const isGone = sent.kind === "refused" && sent.refusal.kind === "not-found";
      if (isGone && attempt.known.id !== null) {
        goOnApart();
        return true;
      }
      set({ trouble: sent });
      return false;
    }
    const { id } = attempt.known;
    if ("id" in sent.answer) set({ known: { id: sent.answer.id, version: 1, ...attempt.letter } });
    else if (sent.answer.kept) set({ known: { id, version: sent.answer.version, ...attempt.letter } });
    else if (id !== null) {
      const { title, text } = sent.answer;
      set({ elsewhere: { id, title, text } });
      goOnApart();
    }
    return true;
  };

  /** What is written here goes on as a letter of its own. */
  const goOnApart = () => {
    letterId = crypto.randomUUID();
    set({ known: { id: null, version: 1, title: "", text: "" } });
  };

  const keepAll = async (keepalive: boolean): Promise<boolean> => {
    set({ trouble: null });
    let isAnswered = true;
    while (isAnswered && !isStopped && !isKept()) isAnswered = await keepOnce(keepalive);
    running = null;
    if (!isAnswered) soon(LATER);
    return isKept();
  };

  const flush: LetterKeeper["flush"] = async ({ keepalive = false } = {}) => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (isStopped || isKept()) return isKept();
    running ??= keepAll(keepalive);
    return running;
  };

  return {
    write(letter) {
      written = pick(letter);
      if (state.trouble && timer) {
        clearTimeout(timer); // what was too long may be short enough by now
        timer = null;
      }
      if (!isKept()) soon(SOON);
    },
    flush,
    stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}

function sendAttempt({ known, letterId, letter }: Attempt, keepalive: boolean) {
  const options = { keepalive };
  return known.id === null
    ? send<KeptAnswer | LetterAnswer>("/api/letters", { letterId, ...letter }, options)
    : send<KeptAnswer | LetterAnswer>(
        `/api/letters/${known.id}`,
        { version: known.version, ...letter },
        options,
      );
}

function pick({ title, text }: LetterText): LetterText {
  return { title, text };
}
