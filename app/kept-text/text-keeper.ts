import type { KeptAnswer, LetterAnswer, NoteAnswer } from "#wire/answers";
import { send } from "../send";
import type { Unanswered } from "../trouble-words";

/** What somebody writes for themselves: a letter, a note. */
export interface KeptText {
  readonly title: string;
  readonly text: string;
}

/** It as the server has it; without an id while nothing of it was kept. */
export interface KnownText extends KeptText {
  readonly id: string | null;
  readonly version: number;
}

export interface TextState {
  readonly known: KnownText;
  /** Why what stands in the box is not kept. */
  readonly trouble: Unanswered | null;
  /** What another device made of what was written here until then. Both are kept. */
  readonly elsewhere: (KeptText & { readonly id: string }) | null;
}

/** Where it is kept. */
export interface TextPlace {
  /** The call that keeps a new one; with an id behind it the one that changes it. */
  readonly api: string;
  /** Its page has its id behind this. */
  readonly page: string;
  /** What the call names a new one by. */
  readonly name: "letterId" | "noteId";
}

export interface TextKeeper {
  /** Something was typed. It goes to the server soon. */
  write(text: KeptText): void;
  /** Brings what stands here to the server now. Says whether all of it is there. */
  flush(options?: { readonly keepalive?: boolean }): Promise<boolean>;
  /** Nothing more is brought anywhere: the page goes, or what was written. */
  stop(): void;
}

/** Every two seconds of writing (safety.md §6). */
const SOON = 2_000;
const LATER = 10_000;

interface Attempt {
  readonly known: KnownText;
  /** What a new one is called by this browser. */
  readonly newId: string;
  readonly text: KeptText;
}

/**
 * Brings a text to the server while it is written. What got no answer is sent again as it was before anything newer is,
 * so that nothing is kept twice and nothing is taken for kept. Nothing is ever put into the browser's storage.
 */
export function makeTextKeeper(
  place: TextPlace,
  first: KnownText,
  tell: (state: TextState) => void,
): TextKeeper {
  let state: TextState = { known: first, trouble: null, elsewhere: null };
  let written: KeptText = first;
  let newId = crypto.randomUUID();
  let unanswered: Attempt | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isStopped = false;

  const set = (change: Partial<TextState>) => {
    state = { ...state, ...change };
    if (!isStopped) tell(state);
  };
  const isKept = () => written.title === state.known.title && written.text === state.known.text;
  const soon = (delay: number) => {
    if (!isStopped) timer ??= setTimeout(() => void flush(), delay);
  };

  /** One try. Says whether it was answered. */
  const keepOnce = async (keepalive: boolean): Promise<boolean> => {
    const attempt = unanswered ?? { known: state.known, newId, text: pick(written) };
    const sent = await sendAttempt(place, attempt, keepalive);
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
    if ("id" in sent.answer) set({ known: { id: sent.answer.id, version: 1, ...attempt.text } });
    else if (sent.answer.kept) set({ known: { id, version: sent.answer.version, ...attempt.text } });
    else if (id !== null) {
      const { title, text } = sent.answer;
      set({ elsewhere: { id, title, text } });
      goOnApart();
    }
    return true;
  };

  /** What is written here goes on as one of its own. */
  const goOnApart = () => {
    newId = crypto.randomUUID();
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

  const flush: TextKeeper["flush"] = async ({ keepalive = false } = {}) => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (isStopped || isKept()) return isKept();
    running ??= keepAll(keepalive);
    return running;
  };

  return {
    write(text) {
      written = pick(text);
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

function sendAttempt({ api, name }: TextPlace, { known, newId, text }: Attempt, keepalive: boolean) {
  const [path, body] =
    known.id === null
      ? [api, { [name]: newId, ...text }]
      : [`${api}/${known.id}`, { version: known.version, ...text }];
  return send<KeptAnswer | LetterAnswer | NoteAnswer>(path, body, { keepalive });
}

function pick({ title, text }: KeptText): KeptText {
  return { title, text };
}
