import { type ComponentProps, useId } from "react";
import fields from "../fields/fields.module.css";

interface TextBoxProps extends Omit<ComponentProps<"textarea">, "id" | "className"> {
  readonly label: string;
}

/** Several lines of text, with their question above. */
export function TextBox({ label, ...box }: TextBoxProps) {
  const id = useId();
  return (
    <div>
      <label className={fields.question} htmlFor={id}>
        {label}
      </label>
      <textarea {...box} id={id} className={fields.text} />
    </div>
  );
}
