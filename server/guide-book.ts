import type { Guide } from "#conversation/guide";
import { GUIDES, guideOf } from "#conversation/guides/catalogue";

/** The guides that a process knows. */
export interface GuideBook {
  /** What can be started today. */
  readonly newest: readonly Guide[];
  /** The very version that a conversation began with. */
  find(id: string, version: number): Guide | undefined;
}

/** Those that come with the product. */
export const SHIPPED_GUIDES: GuideBook = { newest: GUIDES, find: guideOf };
