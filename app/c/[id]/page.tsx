import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { Guide } from "#conversation/guide";
import { newestGuide } from "#conversation/guides/catalogue";
import { evenground } from "#server/evenground";
import { guideFor } from "#server/guide-for";
import type { ReadingLocale } from "#server/locale-of";
import { whoIsAsking } from "../../server/asking";
import { DeviceKey } from "../../server/device-key";
import { Texts } from "../../server/texts";
import { Conversation } from "./conversation";
import type { Suggestion } from "./use-conversation";

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A conversation, for whoever has a seat in it. For everybody else there is no such page. */
export default async function ConversationPage({ params }: PageProps) {
  const { id } = await params;
  const asking = UUID.test(id) ? await whoIsAsking() : null;
  const ground = evenground();
  const locale = await getLocale();
  const opened = asking && (await ground.open(asking, id, locale));
  if (!opened) notFound();
  return (
    <Texts
      of={[
        "common",
        "conversation",
        ...(opened.seat === "t" ? (["console"] as const) : []),
        "fields",
        "invite",
        "refusal",
        "fault",
        "wording",
      ]}
    >
      <DeviceKey />
      <Conversation
        conversationId={id}
        opened={opened}
        leaveTo={ground.environment.LEAVE_TO}
        suggestion={suggestionAfter(opened.guide, locale)}
        softTimers={asking.preferences.softTimers}
      />
    </Texts>
  );
}

/** The guide that could come next, by its title of today. */
function suggestionAfter({ next }: Guide, locale: ReadingLocale): Suggestion | null {
  const guide = next && newestGuide(next.guide);
  return guide ? { guide: guide.id, title: guideFor(guide, locale).title, why: next.why } : null;
}
