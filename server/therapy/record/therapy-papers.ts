import { zoneOf } from "../../lasting/zone-of";
import type { Limits } from "../../limits";
import type { ReadingLocale } from "../../locale-of";
import { paperTexts } from "../../paper/paper-texts";
import type { Typeset } from "../../paper/typeset";
import type { Outcome, Requester } from "../../requester";
import type { Reader } from "../couple-seen";
import { notesOfWork } from "../notes/read-notes";
import { notesPaper } from "./notes-paper";
import { notesFile, recordFile } from "./record-file";
import { recordPaper } from "./record-paper";
import { makeRecord, mayMakeRecord } from "./work-record";

/** `pdf` for people, `json` for machines. */
export type PaperForm = "pdf" | "json";

type File = Uint8Array<ArrayBuffer>;

/** What a therapist takes along as a file. For everybody else, and of everything that is not there, refused as unknown. */
export interface TherapyPapers {
  /** Their own notes about one couple (Y11). */
  notes(requester: Requester, engagementId: string, form: PaperForm): Promise<Outcome<File>>;
  /** A record of the work, while both lists name it (Y15). */
  record(requester: Requester, engagementId: string, form: PaperForm): Promise<Outcome<File>>;
}

interface PapersDesk extends Reader {
  readonly limits: Pick<Limits, "papersPerPerson">;
  readonly typeset: Typeset;
}

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/** To be made in the server's own module graph, where papers have their words. */
export function makeTherapyPapers({ typeset, limits, ...reader }: PapersDesk): TherapyPapers {
  const slowDown = async (personId: string): Promise<Outcome<never> | null> => {
    const retryAfterMs = await limits.papersPerPerson.take(personId);
    return retryAfterMs > 0 ? { ok: false, refusal: { kind: "slow-down", retryAfterMs } } : null;
  };
  const textsFor = (locale: ReadingLocale, { asking }: Requester) =>
    paperTexts(locale, asking ? zoneOf(asking.preferences) : "UTC");
  return {
    async notes(requester, engagementId, form) {
      const { asking, locale, now } = requester;
      const work = asking && (await notesOfWork(reader, asking, engagementId, now));
      if (!work) return NOT_FOUND;
      const wait = await slowDown(asking.personId);
      if (wait) return wait;
      const file =
        form === "json"
          ? bytesOf(notesFile([work], now))
          : await typeset(notesPaper(work, await textsFor(locale, requester), now));
      return { ok: true, answer: file };
    },
    async record(requester, engagementId, form) {
      const { asking, locale, now } = requester;
      if (!asking || !(await mayMakeRecord(reader, asking, engagementId))) return NOT_FOUND;
      const wait = await slowDown(asking.personId);
      if (wait) return wait;
      const texts = await textsFor(locale, requester);
      const file = await makeRecord(reader, asking, engagementId, now, async (record) =>
        form === "json"
          ? bytesOf(recordFile(record, locale, now))
          : typeset(recordPaper(record, texts, locale, now)),
      );
      return file ? { ok: true, answer: file } : NOT_FOUND;
    },
  };
}

function bytesOf(value: unknown): File {
  return new TextEncoder().encode(JSON.stringify(value, null, 2));
}
