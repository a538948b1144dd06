/**
 * The words for when even the layout cannot be made: the messages come with it, so these have to stand on their own.
 * They say the same as `fault` in messages/.
 */
export const LAST_RESORT = {
  locale: "en",
  name: "Evenground",
  skip: "Skip to the main part",
  leaveQuickly: "Leave quickly",
  title: "Something broke on our side",
  body: "What you had sent is kept. Please try again in a moment.",
  id: "If you tell someone about it, this number helps:",
  again: "Try again",
  home: "To the first page",
} as const;
