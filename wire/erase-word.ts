/** What `POST /api/me/erase` takes for a yes, besides one's own name. People type it in their own language. */
export const ERASE_WORD = "erase";
