import * as rrule from "rrule";

/**
 * What rrule gives. Node gets it as CommonJS, all of it in `default`, because the names in there are not to be seen from
 * outside (rrule 2.8.1, “main”); bundlers get the names themselves (“module”).
 */
export const { RRule } = "default" in rrule ? (rrule.default as typeof rrule) : rrule;
