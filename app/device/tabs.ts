/** What tabs of this browser tell each other: no words, no ids that mean anything elsewhere. */
export type Told = { readonly kind: "changed"; readonly place: string } | { readonly kind: "wiped" };

const NAME = "kept";

/** Tells the other tabs of this browser. */
export function tellTabs(told: Told): void {
  if (!globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(told);
  channel.close();
}

/** Hears what other tabs tell, until the function it gives is called. */
export function hearTabs(heard: (told: Told) => void): () => void {
  if (!globalThis.BroadcastChannel) return () => undefined;
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<Told>) => heard(data);
  return () => channel.close();
}
