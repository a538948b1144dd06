import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Move } from "#conversation/moves";
import type { OpenMove } from "#conversation/open-move";
import { openMoves } from "#conversation/open-moves";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { useNames } from "../names";
import small from "../small-things.module.css";
import { useConversation } from "../use-conversation";

/** How much longer a turn may take with one press. */
const MINUTES = 2;

/** What a therapist may do now: exactly what the rules leave open. */
export function Controls() {
  const t = useTranslations("console");
  const names = useNames();
  const { live, state, guide } = useConversation();
  const [isSkipping, setSkipping] = useState(false);
  const open = openMoves(guide, state, "t", live.serverNow());
  const send = (move: Move) => live.send(`any:${move.kind}`, move);
  const label = (move: OpenMove): string => {
    switch (move.kind) {
      case "hand-floor":
        return t("do.handFloor", { name: names.of(move.to ?? "a") });
      case "caucus":
        return t(state.caucus ? "do.endCaucus" : "do.caucus", { name: names.of(move.with ?? "a") });
      case "extend-turn":
        return t("do.extendTurn", { minutes: MINUTES });
      case "skip-step":
        return t("do.skipStep");
      case "return":
        return t("do.return");
      default:
        return t(move.kind === "resume" ? "do.resume" : "do.hold");
    }
  };
  const press = (move: OpenMove) => {
    switch (move.kind) {
      case "hold":
      case "resume":
      case "return":
        return send({ kind: move.kind });
      case "extend-turn":
        return send({ kind: "extend-turn", minutes: MINUTES });
      case "hand-floor":
        return move.to && send({ kind: "hand-floor", to: move.to });
      case "caucus":
        return move.with && send({ kind: "caucus", with: move.with });
      case "skip-step":
        return setSkipping(true);
      default:
        return undefined; // a prompt has a box of its own
    }
  };
  const buttons = open.filter(({ kind }) => kind !== "prompt");
  if (buttons.length === 0) return null;
  return (
    <section className={small.small} aria-label={t("title")}>
      <h2>{t("title")}</h2>
      {buttons.map((move) => (
        <Button key={`${move.kind}${move.to ?? ""}${move.with ?? ""}`} onClick={() => press(move)}>
          {label(move)}
        </Button>
      ))}
      <Dialog isOpen={isSkipping} onClose={() => setSkipping(false)} title={t("skip.sure")}>
        <p>{t("skip.text")}</p>
        <p>
          <Button
            look="primary"
            onClick={() => {
              send({ kind: "skip-step" });
              setSkipping(false);
            }}
          >
            {t("do.skipStep")}
          </Button>{" "}
          <Button onClick={() => setSkipping(false)}>{t("skip.stay")}</Button>
        </p>
      </Dialog>
    </section>
  );
}
