"use client";

import { useState } from "react";
import { Button, type ButtonLook } from "./button";
import styles from "./copy-button.module.css";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** Said once it is copied. */
  readonly copied: string;
  /** Said when the browser does not allow it. */
  readonly failed: string;
  readonly look?: ButtonLook;
}

/** Copies a text and says so, to the eye and to a screen reader. */
export function CopyButton({ text, label, copied, failed, look = "quiet" }: CopyButtonProps) {
  const [result, setResult] = useState("");
  const copy = async () => {
    setResult(""); // so that the same words are read out a second time
    setResult((await copies(text)) ? copied : failed);
  };
  return (
    <span className={styles.copy}>
      <Button look={look} onClick={copy}>
        {label}
      </Button>
      <span role="status" className={styles.result}>
        {result}
      </span>
    </span>
  );
}

/** `navigator.clipboard` is not there on a plain http address, as on a home network. */
async function copies(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
