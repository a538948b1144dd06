import { Texts } from "../server/texts";
import { NameForm } from "./name-form";

/** For somebody who has not said yet how they want to be called. */
export function Called() {
  return (
    <Texts of={["called", "refusal", "fault"]}>
      <NameForm />
    </Texts>
  );
}
