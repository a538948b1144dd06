/**
 * Leaves for an account elsewhere, through next-auth, which comes back to the page where a guest's beginnings are
 * brought along. By two calls and not by a form: our policy lets no form lead to another host, and should not.
 * Gives "not-used" where that did not work, null when the next page is on its way.
 */
export async function goToProvider(provider: string, to: string): Promise<"not-used" | null> {
  try {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
    const callbackUrl = `/sign-in/guest?to=${encodeURIComponent(to)}`;
    const answer = await fetch(`/api/auth/signin/${provider}`, {
      method: "POST",
      body: new URLSearchParams({ csrfToken, callbackUrl, json: "true" }),
    });
    const { url } = await answer.json();
    if (!answer.ok || typeof url !== "string") return "not-used";
    window.location.assign(url);
    return null;
  } catch {
    return "not-used"; // not reached, or an answer of something in between
  }
}
