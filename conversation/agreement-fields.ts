import type { ProposalSort } from "./agreements";
import type {
  AgreementFields,
  ChoiceField,
  DateField,
  Field,
  ReviewStep,
  SettleStep,
  TextField,
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
  commitment: [
    text("what", "What will I do?"),
    text("when", "How often, or by when?"),
    text("sign", "How will the other know?"),
  ],
  "repair-offer": [
    text("what", "What do I offer to do?"),
    text("when", "How often, or by when?"),
    text("sign", "How will the other know?"),
  ],
  milestone: [text("what", "What would be a small step we can both see?"), MONTH],
  plan: [text("what", "What is the plan?"), ON, text("who", "Who takes care of it?")],
};

/** The questions that somebody answers who offers an agreement of this sort in this step. */
export function questionsIn(step: SettleStep | ReviewStep, sort: ProposalSort): readonly Field[] {
  return step.kind === "settle" ? step.fields : (step.questions ?? AGREEMENT_FIELDS)[sort];
}
