import type { Guide } from "../guide";
import { boundaries } from "./boundaries";
import { deepMirror } from "./deep-mirror";
import { goodThingsAhead } from "./good-things-ahead";
import { goodThingsAhead2 } from "./good-things-ahead-2";
import { isItTimeForHelp } from "./is-it-time-for-help";
import { keepingPromises } from "./keeping-promises";
import { keepingPromises2 } from "./keeping-promises-2";
import { lettingGo } from "./letting-go";
import { owningIt } from "./owning-it";
import { owningIt2 } from "./owning-it-2";
import { speakAndReflect } from "./speak-and-reflect";
import { speakAndReflect2 } from "./speak-and-reflect-2";
import { takingStock } from "./taking-stock";
import { understandFirst } from "./understand-first";
import { understandFirst2 } from "./understand-first-2";
import { weeklyMeeting } from "./weekly-meeting";
import { whatWeCanExpect } from "./what-we-can-expect";

/** Every guide that ever shipped, each version of it: a conversation keeps the version it began with. */
const ALL_VERSIONS: readonly Guide[] = [
  speakAndReflect,
  speakAndReflect2,
  deepMirror,
  understandFirst,
  understandFirst2,
  takingStock,
  owningIt,
  owningIt2,
  keepingPromises,
  keepingPromises2,
  weeklyMeeting,
  whatWeCanExpect,
  isItTimeForHelp,
  lettingGo,
  boundaries,
  goodThingsAhead,
  goodThingsAhead2,
];

/** The newest version of each guide: what can be started today. */
export const GUIDES: readonly Guide[] = ALL_VERSIONS.filter((guide) =>
  ALL_VERSIONS.every((other) => other.id !== guide.id || other.version <= guide.version),
);

/** The guide a conversation began with; undefined if no such version ever shipped. */
export function guideOf(id: string, version: number): Guide | undefined {
  return ALL_VERSIONS.find((guide) => guide.id === id && guide.version === version);
}

/** The newest version of a guide; undefined for an id nobody knows. */
export function newestGuide(id: string): Guide | undefined {
  return GUIDES.find((guide) => guide.id === id);
}
