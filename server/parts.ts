import type { Agent } from "node:https";
import { sql } from "drizzle-orm";
import { Server } from "socket.io";
import type { Database } from "#db/database";
import { deleteKeptTooLong } from "#db/kept-too-long";
import type { KeyRing } from "#db/key-ring";
import { addressReader } from "./addresses";
import { type Io, makeAnnouncer } from "./announcer";
import { makePlanCalendars } from "./calendar-feed";
import type { Environment } from "./environment";
import { type Evenground, readingsOf } from "./evenground";
import { type GuideBook, SHIPPED_GUIDES } from "./guide-book";
import { allowRequest, type Doorkeeper, proveSignIn } from "./handshake";
import type { Jobs } from "./jobs";
import { makeNoteOpened } from "./lasting/note-opened";
import { readLasting } from "./lasting/read-lasting";
import { makeTakeKeeping } from "./lasting/take-keeping";
import { type Limits, makeLimits } from "./limits";
import { keepLiveConversations } from "./live-conversations";
import type { Log } from "./log";
import { makeMail } from "./mail";
import { makeMeetingFiles } from "./meeting-files";
import { makeMetrics } from "./metrics";
import { serveNotices } from "./notices/serve-notices";
import type { Origins } from "./origins";
import { makePapers } from "./paper/papers";
import { makeTypeset } from "./paper/typeset";
import { openNow, seatsHere } from "./presence";
import { makePush } from "./push/push";
import { tellSeats } from "./seats-changed";
import { waysIn } from "./sign-in/ways-in";
import { serveSockets } from "./socket-handlers";
import { makeTakeMove } from "./take-move";
import { serveTakeouts } from "./takeout/serve-takeouts";
import { makeTherapyPapers } from "./therapy/record/therapy-papers";
import { type Underway, watchUnderway } from "./underway";

/** What a process is made of before it listens. */
export interface Given {
  readonly environment: Environment;
  readonly database: Database;
  readonly ring: KeyRing;
  readonly log: Log;
  readonly version: string;
  readonly authSecret: string;
  /** The server's clock. Tests move it. */
  readonly now: () => Date;
  /** Changes to the usual limits. */
  readonly limits?: Partial<Limits>;
  /** Others than those that ship. */
  readonly guides?: GuideBook;
  /** With what push services are connected to: those of tests have certificates of their own. */
  readonly pushAgent?: Agent;
  /** For what is done apart from requests. A process without is none that people use. */
  readonly jobs?: Jobs;
}

export interface Parts {
  readonly io: Io;
  readonly ground: Evenground;
  readonly underway: Underway;
  /** Begins with what others have left to be done. */
  serveJobs(): Promise<void>;
}

/** How often what has had its time is deleted; nobody reads it after its time in between. */
const KEPT_EVERY_SECONDS = 600;

/** Wires the parts of one process together: sockets, moves, announcements, and what pages may use of them. */
export function assemble(given: Given, origins: Origins, isStopping: () => boolean): Parts {
  const { environment, database, ring, log, now, authSecret } = given;
  const { db } = database;
  const limits: Limits = { ...makeLimits(environment), ...given.limits };
  const addressOf = addressReader(environment.TRUST_PROXY);
  const io = makeIo({ db, environment, limits, log, origins, addressOf, now });
  const guides = given.guides ?? SHIPPED_GUIDES;
  const jobs = given.jobs ?? null;
  const live = keepLiveConversations(db, ring, guides);
  const announcer = makeAnnouncer(io, db, log);
  const metrics = makeMetrics(io, jobs);
  const mail = makeMail(environment, now);
  const push = makePush({ db, ring, log, environment, now, agent: given.pushAgent });
  const underway = watchUnderway();
  serveSockets({
    io,
    db,
    live,
    takeMove: makeTakeMove({ database, live, announce: announcer.moved }),
    limits,
    metrics,
    log,
    underway,
    now,
  });
  const here = (id: string) => seatsHere(io, id);
  const seatsChanged = tellSeats(db, announcer);
  const typeset = makeTypeset();
  const ground: Evenground = {
    version: given.version,
    environment,
    origins,
    log,
    leaving: {
      db,
      live,
      seatsChanged,
      removed: announcer.removed,
      erased: announcer.erased,
      claimAnswered: announcer.claimAnswered,
      consentEnded: announcer.consentEnded,
    },
    therapy: {
      db,
      ring,
      live,
      limits,
      seatsChanged,
      consentEnded: announcer.consentEnded,
      whereaboutsChanged: announcer.whereaboutsChanged,
    },
    metrics,
    authSecret,
    desk: { db, ring, guides, limits, live, jobs, seatsChanged, claimAnswered: announcer.claimAnswered },
    signing: { db, limits, mail, authSecret, seatsChanged, signedOut: announcer.signedOut },
    settings: { db, limits, mail, authSecret, seatsChanged, signedOut: announcer.signedOut, log },
    waysIn: waysIn(environment),
    mail,
    meetingFiles: makeMeetingFiles({ db, live, mail, limits }),
    papers: makePapers({
      limits,
      typeset,
      read: (asking, id) => readLasting({ db, ring }, asking, id, now()),
      now,
    }),
    therapyPapers: makeTherapyPapers({ db, ring, live, limits, typeset }),
    planCalendars: makePlanCalendars({ db, ring, limits }),
    pushing: { db, push, environment },
    takeKeeping: makeTakeKeeping({
      database,
      ring,
      limit: limits.movesPerSeat,
      announce: announcer.lasting,
    }),
    noteOpened: makeNoteOpened(db),
    isStopping,
    pingDatabase: async () => void (await db.execute(sql`select 1`)),
    now,
    ...readingsOf({
      db,
      ring,
      live,
      announcer,
      log,
      here,
      openNow: (ids, seat) => openNow(io, ids, seat),
      now,
    }),
  };
  const serveJobs = async () => {
    if (!jobs) return;
    await serveTakeouts(jobs, { db, live, here, ring, now });
    const notices = { db, ring, live, log, here, mail, push, origins, now };
    await serveNotices(jobs, notices, environment.NOTICES_EVERY_SECONDS);
    jobs.lookEvery(KEPT_EVERY_SECONDS, "kept too long", () => deleteKeptTooLong(db, now()));
  };
  return { io, ground, underway, serveJobs };
}

function makeIo(door: Doorkeeper): Io {
  const io: Io = new Server({
    path: "/socket.io",
    transports: ["websocket"],
    serveClient: false,
    // Next listens for upgrades too: what is not ours is not ours to destroy.
    destroyUpgrade: false,
    maxHttpBufferSize: 65_536,
    perMessageDeflate: false,
    httpCompression: false,
    // A state recovered by Socket.IO would skip the proof of the sign-in.
    allowRequest: allowRequest(door),
  });
  proveSignIn(io, door);
  return io;
}
