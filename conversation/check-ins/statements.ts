import { type GuideTexts, inWords } from "../guide-texts";
import de from "./statements.de.json";
import es from "./statements.es.json";

/** The three areas of signs of broken trust, and what both of them rest on. */
export const CHECK_IN_AREAS = ["talking", "closeness", "elsewhere", "ahead"] as const;
export type CheckInArea = (typeof CHECK_IN_AREAS)[number];

/**
 * Something that is more or less true for oneself, from 0 (`low`) to 10 (`high`). Which end is the better one nobody here
 * knows: a statement is never judged, and never added to another.
 */
export interface Statement<Id extends string = string> {
  readonly id: Id;
  readonly area: CheckInArea;
  readonly text: string;
  readonly low: string;
  readonly high: string;
}

const ENDS = { low: "not true for me", high: "very true for me" };

const about = <Id extends string>(area: CheckInArea, id: Id, text: string): Statement<Id> => ({
  id,
  area,
  text,
  ...ENDS,
});

/**
 * What a check-in asks (J1), in the words of the guide “Taking stock”: our own, and no test of anybody's (docs/sources.md).
 * What is stored names them: one may be added, and none may be given another meaning.
 */
export const STATEMENTS = [
  about("talking", "avoid", "There are things I avoid talking about with my partner"),
  about("talking", "eggshells", "I weigh every word, so as not to set something off"),
  about("talking", "hold-back", "When something hurts me, I keep it to myself"),
  about("closeness", "distance", "I feel far away from my partner, even in the same room"),
  about("closeness", "small-things", "I tell my partner about the small things of my day"),
  about("closeness", "time-together", "I want to spend time with my partner"),
  about("elsewhere", "others", "I have begun to doubt other people too"),
  about("elsewhere", "judgement", "I doubt my own judgement"),
  about("elsewhere", "watchful", "I keep looking for signs that it is happening again"),
  about("ahead", "hope", "I have hope for the two of us"),
  about("ahead", "safe", "I feel safe to say what I think"),
] as const;

export type StatementId = (typeof STATEMENTS)[number]["id"];

export const STATEMENT_IDS: readonly StatementId[] = STATEMENTS.map(({ id }) => id);

/** What somebody answered at one time: 0 to 10 each. What was left out is absent (J1). */
export type Answers = Readonly<Partial<Record<StatementId, number>>>;

/** What each statement says in the languages it was put into; English stands above. */
export const STATEMENT_TEXTS: Readonly<Record<string, GuideTexts>> = { de, es };

/** The statements as they read in a language (`de`, `es`); in English in any other. */
export function statementsIn(language: string): readonly Statement<StatementId>[] {
  return inWords(STATEMENTS, STATEMENT_TEXTS[language] ?? {});
}

export function isStatement(id: string): id is StatementId {
  return STATEMENT_IDS.some((known) => known === id);
}
