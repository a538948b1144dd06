import { changing } from "#server/http-edge";
import { startConversation } from "#server/start-conversation";
import { startRequest } from "#wire/requests";

export const POST = changing(
  startRequest,
  (ground, requester, body) => startConversation(ground.desk, requester, body),
  201,
);
