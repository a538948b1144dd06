/** Where somebody goes who was not on the way anywhere. */
const HOME = "/home";
/** Any origin that is not ours: what leads away from it leads away from us. */
const HERE = "http://here.invalid";

/**
 * The page that was wanted before signing in, as `?to=` says: a path on this server, and nothing else (asvs 3.7.2). A
 * browser takes `\` for `/` and drops tabs and line breaks, so it is asked what it would make of it.
 */
export function whereTo(wish: string | readonly string[] | undefined): string {
  if (typeof wish !== "string" || !/^\/(?![/\\])/.test(wish) || !URL.canParse(wish, HERE)) return HOME;
  const { origin, pathname, search } = new URL(wish, HERE);
  const isOurs = origin === HERE && !pathname.startsWith("//");
  return isOurs ? pathname + search : HOME;
}
