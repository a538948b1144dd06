import { reading } from "#server/http-edge";
import { quotableMoves } from "#server/therapy/summaries/quotable-moves";

export const GET = reading((ground, requester, { id = "", conversation = "" }) =>
  quotableMoves(ground.therapy, requester, { engagementId: id, conversationId: conversation }),
);
