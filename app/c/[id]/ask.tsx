import { AcknowledgeBox } from "./acknowledge-box";
import { CheckBox } from "./check-box";
import { ChooseBox } from "./choose-box";
import { EndScreen } from "./end-screen";
import { RestScreen } from "./rest-screen";
import { ReturnedNote } from "./returned-note";
import { AnewBox, ReflectBox, SayBox } from "./say-box";
import type { Situation } from "./situation";
import { StoppedScreen } from "./stopped-screen";
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
    case "stopped":
      return <StoppedScreen />;
    case "time-out":
      return <RestScreen until={situation.until} />;
    case "acknowledge":
      return <AcknowledgeBox step={situation.step} isDone={situation.isDone} />;
    case "write":
      return <WriteBox key={situation.step.id} step={situation.step} isDone={situation.isDone} />;
    case "say":
      return <SayBox step={situation.step} since={situation.since} mayPass={situation.mayPass} />;
    case "reflect":
      return <ReflectBox situation={situation} />;
    case "check":
      return <CheckBox key={situation.answers} step={situation.step} answers={situation.answers} />;
    case "choose":
      return <ChooseBox key={situation.since} situation={situation} />;
    case "await-reflection":
      return situation.maySayAnew ? <AnewBox step={situation.step} since={situation.since} /> : null;
    case "listen":
    case "await-check":
    case "await-choice":
      return null; // the banner says what the other does; there is nothing to do here
  }
}
