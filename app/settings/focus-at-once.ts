/** For the first field of what a button has just opened: that is where one goes on. */
export function focusAtOnce(field: HTMLElement | null): void {
  field?.focus();
}
