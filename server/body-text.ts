/** The largest body that is read, where nothing else is said. */
export const MOST_BYTES = 65_536;

/** The text of a body of a reasonable and stated length; null for any other, of which nothing is read. */
export async function bodyText(request: Request, mostBytes = MOST_BYTES): Promise<string | null> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  return length <= mostBytes ? request.text() : null;
}
