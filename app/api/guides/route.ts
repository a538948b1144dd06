import { guideFor } from "#server/guide-for";
import { reading } from "#server/http-edge";
import type { GuideLine } from "#wire/answers";

export const GET = reading<readonly GuideLine[]>(async ({ desk }, { locale }) => ({
  ok: true,
  answer: desk.guides.newest
    .map((guide) => guideFor(guide, locale))
    .map(({ id, version, area, title, purpose, asks, isNot, minutes, roles, solo, alone }) => ({
      id,
      version,
      area,
      title,
      purpose,
      ...(asks !== undefined && { asks }),
      ...(isNot !== undefined && { isNot }),
      minutes,
      roles,
      solo: solo === true,
      alone: alone === true || solo === true,
    })),
}));
