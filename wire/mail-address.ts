import { z } from "zod";

/** The longest that mail can be sent to (RFC 5321), and the longest part before the @. */
const MOST = 254;
const MOST_BEFORE_AT = 64;

/**
 * An address that mail can be sent to, in small letters. Strict on purpose: one plain address in plain letters, without
 * quotes, comments, names, or anything that a mail program could take for two addresses or for the end of a line. A
 * domain in other letters is written as its registry writes it (`xn--…`): what merely looks alike stays apart.
 */
export const mailAddress = z
  .string()
  .max(MOST)
  .pipe(z.email())
  .refine((address) => address.indexOf("@") <= MOST_BEFORE_AT)
  .transform((address) => address.toLowerCase());
