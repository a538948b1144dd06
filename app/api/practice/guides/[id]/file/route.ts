import { giving } from "#server/http-edge";
import { guideFile } from "#server/therapy/own-guides";

export const GET = giving(async (ground, requester, { id = "" }) => {
  const file = await guideFile(ground.therapy, requester, id);
  if (!file.ok) return file;
  return { ok: true, answer: { name: "guide.json", type: "application/json", content: file.answer } };
});
