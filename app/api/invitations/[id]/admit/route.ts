import { changing } from "#server/http-edge";
import { answerNewcomer } from "#server/own-invitations";
import { admitRequest } from "#wire/requests";

export const POST = changing(admitRequest, (ground, requester, { admit }, { id = "" }) =>
  answerNewcomer(ground.desk, requester, id, admit),
);
