import type { Situation } from "#conversation/situation";
import { AcknowledgeBox } from "./acknowledge-box";
import { CheckBox } from "./check-box";
import { ChooseBox } from "./choose-box";
import { EndScreen } from "./end-screen";
import { LeftScreen } from "./left-screen";
import { MarkBox } from "./mark-box";
import { ReadyBox } from "./ready-box";
import { RestScreen } from "./rest-screen";
import { ReturnedNote } from "./returned-note";
import { ReviewBox } from "./review-box";
import { AnewBox, ReflectBox, SayBox } from "./say-box";
import { SettleBox } from "./settle-box";
import { StoppedScreen } from "./stopped-screen";
import { CorrectBox, EmpathiseBox, ValidateBox } from "./way-out-boxes";
import { WriteBox } from "./write-box";

/** The one thing that is asked now. */
export function Ask({ situation }: { readonly situation: Situation }) {
  return (
    <>
      <ReturnedNote situation={situation} />
      <Question situation={situation} />
    </>
  );
}

function Question({ situation }: { readonly situation: Situation }) {
  switch (situation.kind) {
    case "complete":
      return <EndScreen />;
    case "left":
      return <LeftScreen />;
    case "stopped":
      return <StoppedScreen />;
    case "time-out":
      return <RestScreen until={situation.until} />;
    case "held":
      return null; // the banner says that, and a caucus has a box of its own
    case "ready":
      return <ReadyBox />;
    case "acknowledge":
      return <AcknowledgeBox step={situation.step} isDone={situation.isDone} />;
    case "write":
      return <WriteBox key={situation.step.id} step={situation.step} part={situation.part} />;
    case "mark":
      return <MarkBox isMine={situation.isMine} />;
    case "settle":
      return <SettleBox key={situation.step.id} step={situation.step} hasEnough={situation.hasEnough} />;
    case "review":
      return <ReviewBox key={situation.step.id} step={situation.step} />;
    default:
      return <InDialogueQuestion situation={situation} />;
  }
}

function InDialogueQuestion({ situation }: { readonly situation: Situation }) {
  switch (situation.kind) {
    case "say":
      return (
        <SayBox
          key={situation.step.id}
          step={situation.step}
          since={situation.since}
          mayPass={situation.mayPass}
        />
      );
    case "reflect":
      return <ReflectBox situation={situation} />;
    case "check":
      return <CheckBox key={situation.answers} situation={situation} />;
    case "choose":
      return <ChooseBox key={situation.since} situation={situation} />;
    case "validate":
      return <ValidateBox situation={situation} />;
    case "empathise":
      return <EmpathiseBox situation={situation} />;
    case "correct":
      return <CorrectBox key={situation.answers} situation={situation} />;
    case "await-reflection":
      return situation.maySayAnew ? (
        <AnewBox key={situation.step.id} step={situation.step} since={situation.since} />
      ) : null;
    default:
      return null; // the banner says what the other does; there is nothing to do here
  }
}
