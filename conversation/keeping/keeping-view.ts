import type { Partner } from "../seats";
import type { RecordedKeeping } from "./keepings";
import type { Register } from "./register";

/**
 * Whether a partner reads the words of a keeping (U1 to U3). Their own always. Of the other's: everything but how a plan
 * was, which is shown when both have written. Deny by default: a kind without a line here is its author's alone.
 */
export function readsKeeping(register: Register, seat: Partner, keeping: RecordedKeeping): boolean {
  if (keeping.seat === seat) return true;
  switch (keeping.kind) {
    case "offer":
    case "propose":
    case "crossed":
    case "see":
    case "make-good":
    case "appreciate":
    case "letter":
      return true;
    case "how-was-it": {
      const { a, b } = register.outlooks[keeping.agreement] ?? {};
      // What was written anew takes the place of the earlier line, which stays its author's (W5).
      return a !== undefined && b !== undefined && (keeping.seq === a || keeping.seq === b);
    }
    default:
      return false;
  }
}
