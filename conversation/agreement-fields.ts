import type { ProposalSort } from "./agreements";
import type {
  AgreementFields,
  ChoiceField,
  DateField,
  Field,
  RepeatField,
  ReviewStep,
  SettleStep,
  TextField,
  TimeField,
} from "./guide";

const text = (id: string, label: string, more: Partial<TextField> = {}): TextField => ({
  id,
  kind: "text",
  label,
  ...more,
});

const WHOSE: ChoiceField = {
  id: "whose",
  kind: "choice",
  label: "Whose boundary is it?",
  options: [
    { id: "mine", text: "Mine" },
    { id: "both", text: "It holds for both of us" },
  ],
};
const WHO: ChoiceField = {
  id: "whose",
  kind: "choice",
  label: "Who does it?",
  options: [
    { id: "mine", text: "I do" },
    { id: "both", text: "Both of us" },
  ],
  optional: true,
};
/** Earlier guides asked for it in free words. */
const REPEAT: RepeatField = {
  id: "repeat",
  kind: "repeat",
  label: "How often, or by when?",
  formerly: "when",
};
const TIME: TimeField = { id: "time", kind: "time", label: "At what time?", optional: true };
const FROM: DateField = { id: "from", kind: "date", precision: "day", label: "From when?", optional: true };
const REVIEW: DateField = {
  id: "review",
  kind: "date",
  precision: "day",
  label: "When do we look at it again?",
};
const MONTH: DateField = { id: "month", kind: "date", precision: "month", label: "Around which month?" };
const ON: DateField = { id: "on", kind: "date", precision: "day", label: "When?" };

/**
 * The questions that each sort of agreement answers. A guide may word them in its own way and ask for more,
 * but never leaves out one that is needed (K3): what lasts can be read without knowing the guide it came from.
 */
export const AGREEMENT_FIELDS: AgreementFields = {
  boundary: [
    text("behaviour", "What is it about?", { hint: "Something one could see or hear." }),
    text("why", "Why does it matter to you?"),
    WHOSE,
    text("then", "What will I do if it is crossed?", { hint: "An act of your own, not a punishment." }),
    text("except", "Are there exceptions?", { optional: true }),
    FROM,
    REVIEW,
  ],
  commitment: [text("what", "What will I do?"), REPEAT, text("sign", "How will the other know?"), WHO],
  "repair-offer": [
    text("what", "What do I offer to do?"),
    REPEAT,
    text("sign", "How will the other know?"),
    WHO,
  ],
  milestone: [text("what", "What would be a small step we can both see?"), MONTH],
  plan: [
    text("what", "What is the plan?"),
    ON,
    TIME,
    text("place", "Where?", { optional: true }),
    text("who", "Who takes care of it?"),
  ],
};

/** The questions that somebody answers who offers an agreement of this sort in this step. */
export function questionsIn(step: SettleStep | ReviewStep, sort: ProposalSort): readonly Field[] {
  return step.kind === "settle" ? step.fields : (step.questions ?? AGREEMENT_FIELDS)[sort];
}
