import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { Fragment, type ReactNode } from "react";
import type { Paper, PaperEntry, PaperLine, PaperPart, PaperWording } from "./paper";
import { loadFonts, SANS, SERIF, UNSET } from "./paper-fonts";

/** Sets a paper as a PDF, on A4. That takes seconds of a processor where there is much: see typeset.ts. */
export async function paperFile(written: Paper): Promise<Uint8Array> {
  const settable = await loadFonts();
  let isWhole = true;
  const paper = withTexts(written, (text) => {
    const set = settable(text);
    isWhole &&= countOf(UNSET, set) === countOf(UNSET, text);
    return set;
  });
  return renderToBuffer(<PaperDocument paper={paper} isWhole={isWhole} />);
}

/** The same, with every text in it made into another. */
function withTexts<Part>(part: Part, change: (text: string) => string): Part {
  const changed = (value: unknown): unknown => {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map(changed);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner)]));
  };
  return changed(part) as Part;
}

const countOf = (sign: string, text: string): number => text.split(sign).length - 1;

interface PaperDocumentProps {
  readonly paper: Paper;
  /** Every sign could be set. */
  readonly isWhole: boolean;
}

function PaperDocument({ paper, isWhole }: PaperDocumentProps) {
  const { language, title, between, madeOn, none, parts, fingerprintOfAll, says } = paper;
  return (
    <Document title={title} language={language} creator="Evenground" producer="Evenground">
      <Page size="A4" style={styles.page}>
        <RunningFooter madeOn={madeOn} />
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.between}>{between}</Text>
        <Text style={styles.small}>{madeOn}</Text>
        {parts.length === 0 && <Text style={styles.none}>{none}</Text>}
        {parts.map((part) => (
          <Part key={part.heading} part={part} says={says} />
        ))}
        <View style={styles.end} wrap={false}>
          {fingerprintOfAll && <Fingerprint label={says.fingerprintOfAll} groups={fingerprintOfAll} />}
          {parts.length > 0 && says.howToCheck && <Text style={styles.small}>{says.howToCheck}</Text>}
          <Text style={styles.small}>{says.days}</Text>
          {!isWhole && <Text style={styles.small}>{says.unset}</Text>}
        </View>
      </Page>
    </Document>
  );
}

/** At the foot of every page: the day, and which page of how many. */
function RunningFooter({ madeOn }: Pick<Paper, "madeOn">) {
  return (
    <View style={styles.footer} fixed>
      <Text>{madeOn}</Text>
      <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
    </View>
  );
}

type Says = Pick<Paper, "says">;

function Part({ part: { heading, entries }, says }: { readonly part: PaperPart } & Says) {
  return entries.map((entry, index) => (
    <Entry
      key={entry.id}
      entry={entry}
      says={says}
      above={index === 0 && <Text style={styles.part}>{heading}</Text>}
    />
  ));
}

interface EntryProps extends Says {
  readonly entry: PaperEntry;
  readonly above: ReactNode;
}

function Entry({ entry, above, says }: EntryProps) {
  const { heading, earlier } = entry;
  return (
    <>
      <View wrap={isLong(heading)} minPresenceAhead={50}>
        {above}
        <View style={styles.entry}>
          <Text style={styles.heading}>{heading}</Text>
        </View>
      </View>
      <Wording wording={entry} says={says} />
      {earlier.map((wording, index) => (
        <Fragment key={wording.facts.join()}>
          {index === 0 && (
            <Text style={styles.earlier} minPresenceAhead={50}>
              {says.earlier}
            </Text>
          )}
          <View style={styles.entry} />
          <Wording wording={wording} says={says} />
        </Fragment>
      ))}
    </>
  );
}

/** What is not may stand on one page whole: a question is never parted from the first line of its answer. */
const isLong = (text: string): boolean => text.length > 600 || text.split("\n").length > 8;

function Wording({
  wording: { lines, facts, fingerprint },
  says,
}: { readonly wording: PaperWording } & Says) {
  return (
    <>
      {lines?.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are set once, in this order
        <Line key={index} line={line} />
      ))}
      {lines === null && <Text style={styles.small}>{says.unreadable}</Text>}
      {facts.length > 0 && (
        <Text style={styles.small} wrap={false}>
          {facts.join("\n")}
        </Text>
      )}
      {fingerprint && <Fingerprint label={says.fingerprint} groups={fingerprint} />}
    </>
  );
}

/** One block: with every page the library lays out anew all that is still to come, and takes its time by blocks. */
function Line({ line: { label, text } }: { readonly line: PaperLine }) {
  return (
    <Text style={styles.line} wrap={isLong(text)}>
      {label !== "" && <Text style={styles.label}>{`${label}\n`}</Text>}
      {text}
    </Text>
  );
}

function Fingerprint({ label, groups }: { readonly label: string; readonly groups: string }) {
  return (
    <Text style={styles.fingerprint}>
      {label} {groups}
    </Text>
  );
}

const INK = "#24211c";
const SOFT = "#5a5348";

const styles = StyleSheet.create({
  page: {
    paddingTop: 62,
    paddingBottom: 72,
    paddingHorizontal: 68,
    fontFamily: SANS,
    fontSize: 9.5,
    color: INK,
  },
  title: { fontFamily: SERIF, fontWeight: 500, fontSize: 25, lineHeight: 1.2 },
  between: { fontFamily: SERIF, fontSize: 14, marginTop: 6, marginBottom: 3 },
  none: { fontFamily: SERIF, fontSize: 13, marginTop: 32 },
  part: { fontWeight: 600, color: SOFT, marginTop: 30 },
  entry: { marginTop: 12, paddingTop: 12, borderTop: `0.75pt solid #d8cfbf` },
  heading: { fontFamily: SERIF, fontWeight: 500, fontSize: 14, lineHeight: 1.35 },
  line: { fontFamily: SERIF, fontSize: 12, lineHeight: 1.4, marginTop: 7 },
  label: { fontFamily: SANS, fontSize: 9.5, color: SOFT },
  earlier: { fontWeight: 600, color: SOFT, marginTop: 16 },
  small: { color: SOFT, marginTop: 6, lineHeight: 1.35 },
  fingerprint: { color: SOFT, fontSize: 7.5, marginTop: 6 },
  end: { marginTop: 26, paddingTop: 8, borderTop: `0.75pt solid #d8cfbf` },
  footer: {
    position: "absolute",
    bottom: 34,
    left: 68,
    right: 68,
    flexDirection: "row",
    justifyContent: "space-between",
    fontSize: 8,
    color: SOFT,
  },
});
