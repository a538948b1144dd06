/** An answer as it stands on paper: its question, and what was written. */
export interface PaperLine {
  readonly label: string;
  readonly text: string;
}

/** Something that stands on paper, all of it in words: one wording of an agreement, say. */
export interface PaperWording {
  /** Null where the words cannot be opened. */
  readonly lines: readonly PaperLine[] | null;
  /** Who agreed to it and when, and what has become of it, say: one sentence each. */
  readonly facts: readonly string[];
  /** In groups of four; null where the words cannot be opened, and of what has none. */
  readonly fingerprint: string | null;
}

export interface PaperEntry extends PaperWording {
  readonly id: string;
  /** Of an agreement the first of its words. */
  readonly heading: string;
  /** The newest first; none where only what holds is on the paper. */
  readonly earlier: readonly PaperWording[];
}

export interface PaperPart {
  readonly heading: string;
  readonly entries: readonly PaperEntry[];
}

/**
 * Agreements, notes or a record as they are set on paper: in one language, dates and all. From the same one the page for printing and the
 * PDF are made, so they say the same.
 */
export interface Paper {
  /** As in `<html lang>`. */
  readonly language: string;
  readonly title: string;
  readonly between: string;
  readonly madeOn: string;
  /** What is said where there is nothing. */
  readonly none: string;
  readonly parts: readonly PaperPart[];
  /** Of all that holds, in groups of four; null where the paper does not have all of it. */
  readonly fingerprintOfAll: string | null;
  readonly says: {
    readonly fingerprint: string;
    readonly fingerprintOfAll: string;
    readonly earlier: string;
    readonly unreadable: string;
    /** Null where nothing on it has a fingerprint. */
    readonly howToCheck: string | null;
    readonly days: string;
    readonly unset: string;
  };
}
