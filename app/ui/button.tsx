import type { ComponentPropsWithRef } from "react";
import styles from "./button.module.css";

export type ButtonLook = "primary" | "quiet" | "plain" | "pill";

interface ButtonProps extends ComponentPropsWithRef<"button"> {
  readonly look?: ButtonLook;
  readonly wide?: boolean;
}

/** A button says what happens. There is one primary one on a page. */
export function Button({ look = "quiet", wide = false, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, wide)} {...rest} />;
}

/** For a link that looks like a button. */
export function buttonClass(look: ButtonLook, wide = false): string {
  return [styles[look], wide && styles.wide].filter(Boolean).join(" ");
}
