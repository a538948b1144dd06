import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { prepareAppend } from "../append";
import { openEmbedded } from "../open-embedded";
import { insertCouple, MADE_AT } from "./test-couple";

// A process that stores one move after the other in the embedded database of a folder, and says the number of each once
// it is acknowledged: `<conversation id> <number>`. It goes on until it is killed.

const [folder = "", migrations = ""] = process.argv.slice(2);
const database = await openEmbedded(folder, migrations);
await database.migrate();
const append = prepareAppend(database);
const { conversationId, a } = await insertCouple(database.db);
for (let seq = 1; ; seq += 1) {
  const { kind } = await append({
    conversationId,
    seq,
    moveId: randomUUID(),
    seat: "a",
    kind: "say",
    structure: {},
    words: Buffer.alloc(500, seq),
    at: MADE_AT.toISOString(),
    tokenHash: a.tokenHash,
    draftSlot: "talk:say",
  });
  if (kind === "stored") writeSync(1, `${conversationId} ${seq}\n`);
}
