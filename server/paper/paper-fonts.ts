import { fileURLToPath } from "node:url";
import { Font } from "@react-pdf/renderer";

/** A file with the signs of some scripts. */
interface Face {
  readonly family: string;
  readonly fontWeight: number;
  readonly src: string;
}

function face(family: string, fontWeight: number, address: string): Face {
  return { family, fontWeight, src: fileURLToPath(address) };
}

const FACES: readonly Face[] = [
  face(
    "Newsreader",
    400,
    import.meta.resolve("@fontsource/newsreader/files/newsreader-latin-400-normal.woff"),
  ),
  face(
    "Newsreader",
    500,
    import.meta.resolve("@fontsource/newsreader/files/newsreader-latin-500-normal.woff"),
  ),
  face(
    "NewsreaderExtended",
    400,
    import.meta.resolve("@fontsource/newsreader/files/newsreader-latin-ext-400-normal.woff"),
  ),
  face(
    "NewsreaderExtended",
    500,
    import.meta.resolve("@fontsource/newsreader/files/newsreader-latin-ext-500-normal.woff"),
  ),
  face(
    "NewsreaderVietnamese",
    400,
    import.meta.resolve("@fontsource/newsreader/files/newsreader-vietnamese-400-normal.woff"),
  ),
  face(
    "NewsreaderVietnamese",
    500,
    import.meta.resolve("@fontsource/newsreader/files/newsreader-vietnamese-500-normal.woff"),
  ),
  face("Figtree", 400, import.meta.resolve("@fontsource/figtree/files/figtree-latin-400-normal.woff")),
  face("Figtree", 600, import.meta.resolve("@fontsource/figtree/files/figtree-latin-600-normal.woff")),
  face(
    "FigtreeExtended",
    400,
    import.meta.resolve("@fontsource/figtree/files/figtree-latin-ext-400-normal.woff"),
  ),
  face(
    "FigtreeExtended",
    600,
    import.meta.resolve("@fontsource/figtree/files/figtree-latin-ext-600-normal.woff"),
  ),
  face("TinosCyrillic", 400, import.meta.resolve("@fontsource/tinos/files/tinos-cyrillic-400-normal.woff")),
  face(
    "TinosCyrillicExtended",
    400,
    import.meta.resolve("@fontsource/tinos/files/tinos-cyrillic-ext-400-normal.woff"),
  ),
  face("TinosGreek", 400, import.meta.resolve("@fontsource/tinos/files/tinos-greek-400-normal.woff")),
  face(
    "TinosGreekExtended",
    400,
    import.meta.resolve("@fontsource/tinos/files/tinos-greek-ext-400-normal.woff"),
  ),
];

const OTHER_SCRIPTS = [
  "NewsreaderVietnamese",
  "TinosCyrillic",
  "TinosCyrillicExtended",
  "TinosGreek",
  "TinosGreekExtended",
];

/** What people wrote is set in these: the first that has a sign sets it. */
export const SERIF = ["Newsreader", "NewsreaderExtended", ...OTHER_SCRIPTS];
/** What the product says is set in these; names in it may be in any script. */
export const SANS = ["Figtree", "FigtreeExtended", "NewsreaderExtended", ...OTHER_SCRIPTS];

/** Stands for a sign that none of the faces has. */
export const UNSET = "¤";
/** How many signs of a word stand on a line for certain. */
const LONGEST_WORD = 36;

/** Loads the faces. Gives what makes a text one that can be set: see `settable`. */
export async function loadFonts(): Promise<(text: string) => string> {
  for (const { family, ...source } of FACES) Font.register({ family, ...source });
  Font.registerHyphenationCallback(brokenWord);
  const known = new Set<number>();
  for (const family of new Set(FACES.map((each) => each.family))) {
    const { sources = [] } = Font.getRegisteredFonts()[family] ?? {};
    for (const source of sources) {
      await source.load();
      if (!source.data || source.data.type === "STANDARD")
        throw new Error(`No face could be read: ${family}.`);
      // The parts of one typeface all have the same name, and PDFKit tells fonts apart by their names: it would put one
      // of them into the file again each time another has been used. A page takes a tenth of the time like this.
      Object.defineProperty(source.data, "postscriptName", { value: `${family}-${source.fontWeight}` });
      for (const sign of source.data.characterSet) known.add(sign);
    }
  }
  return (text) => settable(text, known);
}

/**
 * A text with `UNSET` for what no face has: react-pdf would set it with a face in which other signs stand in those places,
 * so that one would read what nobody wrote. What is not seen (joiners, marks of direction) is left out.
 */
function settable(text: string, known: ReadonlySet<number>): string {
  const plain = text.normalize("NFC").replaceAll(/\r\n?/g, "\n").replaceAll("\t", " ");
  const seen = plain.replaceAll(/\p{Cf}|\p{Variation_Selector}|(?!\n)\p{Cc}/gu, (sign) =>
    sign === JOINER ? sign : "",
  );
  return Array.from(new Intl.Segmenter().segment(seen), ({ segment }) => {
    const signs = Array.from(segment.replaceAll(JOINER, ""));
    return signs.every((sign) => sign === "\n" || known.has(sign.codePointAt(0) ?? 0))
      ? signs.join("")
      : UNSET;
  }).join("");
}

/** Holds together what is one sign (a family of four, say) until it is known whether it can be set. */
const JOINER = "\u200d";

/** Words are not broken, so that nobody reads a hyphen that was not written; but for those that would run off the paper. */
function brokenWord(word: string): string[] {
  const signs = Array.from(word);
  const parts = Math.ceil(signs.length / LONGEST_WORD);
  return Array.from({ length: parts }, (_, part) =>
    signs.slice(part * LONGEST_WORD, (part + 1) * LONGEST_WORD).join(""),
  );
}
