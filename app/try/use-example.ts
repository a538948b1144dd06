import { useTranslations } from "next-intl";
import { otherPartner, type Partner } from "#conversation/seats";
import { situationOf } from "#conversation/situation";
import { useConversation } from "../c/[id]/use-conversation";

interface Example {
  /** The box it belongs in. */
  readonly slot: string;
  readonly text: string;
}

/**
 * A sentence for the empty box of whoever sits here: for the first thing each one says, and for saying back what the
 * other took from here. Null where nothing ready-made would fit.
 */
export function useExample(): Example | null {
  const t = useTranslations("try.examples");
  const { live, state, seat, entries } = useConversation();
  const situation = situationOf(state, seat);
  if (seat === "t" || (situation.kind !== "say" && situation.kind !== "reflect")) return null;
  const slot = `${situation.step.id}:${situation.kind}`;
  if (live.draftOf(slot)) return null;
  const saidBy = (partner: Partner) =>
    entries.filter((entry) => entry.kind === "say" && entry.seat === partner);
  if (situation.kind === "say") return saidBy(seat).length === 0 ? { slot, text: t(`${seat}.say`) } : null;
  const other = otherPartner(seat);
  const answered = entries.find(({ seq }) => seq === situation.answers);
  const isFromHere = answered?.words?.text === t(`${other}.say`);
  return isFromHere && !situation.isAgain ? { slot, text: t(`${seat}.reflect`) } : null;
}
