import type { ProposalSort } from "../agreements";
import { type Agreed, termsOf } from "../keeping/agreed";
import { decideKeeping, type Place } from "../keeping/decide-keeping";
import { checkKeepingWords } from "../keeping/keeping-words";
import type { Day, Keeping, RecordedKeeping } from "../keeping/keepings";
import { EMPTY_REGISTER, evolveRegister, type Register } from "../keeping/register";
import type { Words } from "../moves";
import type { Refusal } from "../refusals";
import type { Partner } from "../seats";
import { utcCalendar } from "./utc-calendar";

/** The first day of every play: a Monday. */
export const TODAY: Day = "2027-03-01";

/** Words that each sort of agreement can have on `TODAY`. */
export const AGREEMENT_WORDS: Readonly<Record<ProposalSort, Words>> = {
  boundary: {
    behaviour: "Reading each other’s messages.",
    why: "I want to be asked.",
    whose: "both",
    // biome-ignore lint/suspicious/noThenProperty: the name of a question
    then: "I will say so.",
    review: "2027-06-01",
  },
  commitment: { what: "I call.", repeat: "daily 2027-01-01/2027-12-31 UTC", sign: "The phone rings." },
  "repair-offer": { what: "I call.", repeat: "daily 2027-01-01/2027-12-31 UTC", sign: "The phone rings." },
  milestone: { what: "A whole evening out.", month: "2027-06" },
  plan: { what: "A walk by the river.", on: "2027-03-20", who: "Both." },
};

/**
 * What two people do about what lasts, by the rules alone: an agreement is made and changed here as the server makes and
 * changes it, in memory.
 */
export class KeepingPlay {
  register: Register = EMPTY_REGISTER;
  readonly agreements = new Map<string, Agreed>();
  readonly log: RecordedKeeping[] = [];
  readonly #words = new Map<number, Words>();
  today = TODAY;
  hasBeenLeft = false;

  /** An agreement that was made in a conversation. */
  holds(sort: ProposalSort, more: { readonly of?: Partner; readonly words?: Words } = {}): string {
    const id = `${sort}-${this.agreements.size + 1}`;
    const { of = "a", words = AGREEMENT_WORDS[sort] } = more;
    this.agreements.set(id, { id, sort, of, version: 1, hasEnded: false, terms: termsOf(words) });
    return id;
  }

  /** It is changed or ended elsewhere: in a conversation. */
  becomes(id: string, change: Partial<Agreed>): void {
    const agreed = this.agreements.get(id);
    if (agreed) this.agreements.set(id, { ...agreed, ...change });
  }

  get place(): Place {
    return { agreements: this.agreements, register: this.register, hasBeenLeft: this.hasBeenLeft };
  }

  get days() {
    return { calendar: utcCalendar(this.today), zone: "UTC" };
  }

  /** Why it is refused; null where it is not. */
  refusal(seat: Partner, keeping: Keeping): Refusal | null {
    const decision = decideKeeping(this.place, seat, keeping, this.days);
    return decision.ok ? null : decision.refusal;
  }

  /** Why its words are refused; null where they are not. */
  refusalOfWords(keeping: Keeping): Refusal | null {
    const decision = checkKeepingWords(this.place, keeping, this.days);
    return decision.ok ? null : decision.refusal;
  }

  /** Takes it, and gives its number. Throws where the rules refuse it. */
  take(seat: Partner, { words, ...structure }: Keeping): number {
    const refusal = this.refusal(seat, structure);
    if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)} for ${JSON.stringify(structure)}`);
    const seq = this.register.head + 1;
    const recorded = { ...structure, seq, seat, at: `${this.today}T12:00:00.000Z` } as RecordedKeeping;
    const open = this.register.open;
    this.register = evolveRegister(this.register, [recorded], (id) => this.agreements.get(id)?.of);
    this.log.push(recorded);
    if (words) this.#words.set(seq, words);
    if (recorded.kind === "end") this.becomes(recorded.agreement, { hasEnded: true });
    if (recorded.kind === "accept") this.#agree(open.find((one) => one.seq === recorded.answers));
    return seq;
  }

  #agree(proposal: Register["open"][number] | undefined): void {
    if (!proposal) return;
    const words = this.#words.get(proposal.seq) ?? {};
    if (proposal.kind === "offer") this.holds(proposal.sort, { of: proposal.of, words });
    else if (proposal.change === "end") this.becomes(proposal.agreement, { hasEnded: true });
    else if (proposal.change === "change")
      this.becomes(proposal.agreement, { version: proposal.version + 1, terms: termsOf(words) });
  }
}
