// Loaded before the server with `--import`: the journeys can move its clock forward. Nothing in the server knows.
const RealDate = Date;
let ahead = 0;

process.on("message", (message) => {
  if (typeof message === "object" && message !== null && "forward" in message) {
    ahead += message.forward;
    process.send?.({ forwarded: ahead });
  }
});
process.channel?.unref();

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + ahead);
    else super(...args);
  }
  static now() {
    return RealDate.now() + ahead;
  }
  // As properties of its own: Next copies those, and no inherited ones, onto a Date it makes itself.
  static parse = RealDate.parse;
  static UTC = RealDate.UTC;
};
