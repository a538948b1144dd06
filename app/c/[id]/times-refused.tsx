import { MEETING_KINDS } from "#conversation/meetings";
import { useRefusalText } from "../../refusal-text";
import ask from "./ask.module.css";
import { useConversation } from "./use-conversation";

/** Why one of these moves was not taken: the other was quicker, or the time has come meanwhile. */
export function TimesRefused() {
  const refusalText = useRefusalText();
  const { returned } = useConversation();
  const isOfTimes = MEETING_KINDS.some((kind) => kind === returned?.move.kind);
  return (
    <p className={ask.needed} role="alert">
      {returned && isOfTimes ? refusalText(returned.refusal, returned.move.kind) : null}
    </p>
  );
}
