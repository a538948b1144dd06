import type { Guide } from "../guide";
import { speakAndReflect } from "./speak-and-reflect";

/** Every guide that ever shipped, each version of it: a conversation keeps the version it began with. */
const ALL_VERSIONS: readonly Guide[] = [speakAndReflect];

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
