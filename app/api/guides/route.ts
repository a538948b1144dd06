import { GUIDES } from "#conversation/guides/catalogue";
import { reading } from "#server/http-edge";
import type { GuideLine } from "#wire/answers";

export const GET = reading<readonly GuideLine[]>(async () => ({
  ok: true,
  answer: GUIDES.map(({ id, version, area, title, purpose, minutes, roles, solo }) => ({
    id,
    version,
    area,
    title,
    purpose,
    minutes,
    roles,
    solo: solo === true,
  })),
}));
