import { useRouter } from "next/navigation";
import { TwoPresses } from "../two-presses/two-presses";

interface DestroyKeptProps {
  /** The call that destroys it; null while nothing of it was kept. */
  readonly api: string | null;
  /** Where one is then. */
  readonly then: string;
  /** What goes and what stays. */
  readonly text: string;
  says(key: "go" | "sure" | "confirm" | "stay"): string;
  /** Is called before: nothing that was typed may bring it back. */
  stop?: (() => void) | undefined;
}

/** Destroys what somebody wrote for good, in two presses. */
export function DestroyKept({ api, then, text, says, stop }: DestroyKeptProps) {
  const router = useRouter();
  return (
    <TwoPresses
      says={{ go: says("go"), sure: says("sure"), confirm: says("confirm"), stay: says("stay") }}
      look="plain"
      path={api}
      isAsGood={(sent) => sent.kind === "refused" && sent.refusal.kind === "not-found"}
      then={() => {
        stop?.();
        router.replace(then);
      }}
    >
      {text}
    </TwoPresses>
  );
}
