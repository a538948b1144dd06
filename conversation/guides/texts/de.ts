import agreementFields from "./de/agreement-fields.json";
import boundaries from "./de/boundaries.json";
import deepMirror from "./de/deep-mirror.json";
import goodThingsAhead from "./de/good-things-ahead.json";
import isItTimeForHelp from "./de/is-it-time-for-help.json";
import keepingPromises from "./de/keeping-promises.json";
import lettingGo from "./de/letting-go.json";
import owningIt from "./de/owning-it.json";
import speakAndReflect from "./de/speak-and-reflect.json";
import takingStock from "./de/taking-stock.json";
import understandFirst from "./de/understand-first.json";
import weeklyMeeting from "./de/weekly-meeting.json";
import whatWeCanExpect from "./de/what-we-can-expect.json";

/** By the id of the guide. */
export const de = {
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
