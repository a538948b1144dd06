import agreementFields from "./es/agreement-fields.json";
import boundaries from "./es/boundaries.json";
import deepMirror from "./es/deep-mirror.json";
import goodThingsAhead from "./es/good-things-ahead.json";
import isItTimeForHelp from "./es/is-it-time-for-help.json";
import keepingPromises from "./es/keeping-promises.json";
import lettingGo from "./es/letting-go.json";
import owningIt from "./es/owning-it.json";
import speakAndReflect from "./es/speak-and-reflect.json";
import takingStock from "./es/taking-stock.json";
import understandFirst from "./es/understand-first.json";
import weeklyMeeting from "./es/weekly-meeting.json";
import whatWeCanExpect from "./es/what-we-can-expect.json";

/** By the id of the guide. */
export const es = {
  "agreement-fields": agreementFields,
  boundaries,
  "deep-mirror": deepMirror,
  "good-things-ahead": goodThingsAhead,
  "is-it-time-for-help": isItTimeForHelp,
  "keeping-promises": keepingPromises,
  "letting-go": lettingGo,
  "owning-it": owningIt,
  "speak-and-reflect": speakAndReflect,
  "taking-stock": takingStock,
  "understand-first": understandFirst,
  "weekly-meeting": weeklyMeeting,
  "what-we-can-expect": whatWeCanExpect,
};
