import { getTranslations } from "next-intl/server";
import { answering } from "#server/http-edge";
import { directionOf } from "#server/locale-of";
import { appManifest } from "../server/app-manifest";

/** By the name of the file, Next takes it for the same for everybody. */
export const dynamic = "force-dynamic";

/** For whoever is signed in with the name and the picture they have chosen, for everybody else with its own. */
export const GET = answering(async (_ground, { asking, locale }) => {
  const { appFace: face, theme } =
    asking?.preferences ?? ({ appFace: "evenground", theme: "system" } as const);
  const t = await getTranslations("settings.phone.names");
  const manifest = appManifest({ face, name: t(face), locale, direction: directionOf(locale), theme });
  return Response.json(manifest, {
    headers: { "Content-Type": "application/manifest+json", "Cache-Control": "no-store" },
  });
});
