import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type messages from "../../messages/en.json";

type Namespace = keyof typeof messages;

interface TextsProps {
  readonly of: readonly Namespace[];
  readonly children: ReactNode;
}

/** Gives client components the messages they use, and no others: a page sends nothing that it does not show. */
export async function Texts({ of, children }: TextsProps) {
  const all = await getMessages();
  const some = Object.fromEntries(of.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={some}>{children}</NextIntlClientProvider>;
}
