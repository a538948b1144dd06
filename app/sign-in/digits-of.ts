/** The six digits of a mailed code, however they were typed or pasted; null where they are not six. */
export function digitsOf(typed: string): string | null {
  const digits = typed.replace(/\D/g, "");
  return digits.length === 6 ? digits : null;
}
