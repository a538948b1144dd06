import { expect, test } from "vitest";
import { pushEndpoint, pushHostsIn } from "./push-services";

test.each([
  "https://fcm.googleapis.com/fcm/send/abc:def_-1",
  "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
  "https://eu.push.services.mozilla.com/wpush/v1/x",
  "https://wns2-par02p.notify.windows.com/w/?token=BQY%3d",
  "https://web.push.apple.com/QGuQyavXutnMH",
])("%s is a push service's, and kept as it is", (endpoint) => {
  expect(pushEndpoint(endpoint, [])).toBe(endpoint);
});

test.each([
  ["without https", "http://fcm.googleapis.com/x"],
  ["another port", "https://fcm.googleapis.com:8443/x"],
  ["another port below", "https://a.notify.windows.com:22/x"],
  ["with a name in it", "https://evenground@fcm.googleapis.com/x"],
  ["with a name that looks like the host", "https://fcm.googleapis.com@10.0.0.1/x"],
  ["with a password in it", "https://:secret@fcm.googleapis.com/x"],
  ["a host that begins alike", "https://fcm.googleapis.com.evil.example/x"],
  ["a host that ends alike", "https://evilfcm.googleapis.com/x"],
  ["a host that ends alike, below", "https://evilnotify.windows.com/x"],
  ["a dot behind it", "https://fcm.googleapis.com./x"],
  ["nothing before the dot", "https://notify.windows.com/x"],
  ["this machine", "https://localhost/x"],
  ["this machine's address", "https://127.0.0.1/x"],
  ["the same as a number", "https://2130706433/x"],
  ["the same in octal", "https://0177.0.0.1/x"],
  ["the same in six", "https://[::1]/x"],
  ["mapped into six", "https://[::ffff:10.0.0.1]/x"],
  ["beside this machine", "https://192.168.1.1/x"],
  ["a cloud's data about itself", "https://169.254.169.254/latest/meta-data"],
  ["a backslash", "https://10.0.0.1\\@fcm.googleapis.com/x"],
  ["something behind a hash", "https://fcm.googleapis.com/x#y"],
  ["a file", "file:///etc/passwd"],
  ["data", "data:text/plain,x"],
  ["a path", "/fcm/send/x"],
  ["nothing", ""],
])("never called: %s", (_what, endpoint) => {
  expect(pushEndpoint(endpoint, [])).toBeNull();
});

test("what two ways of reading an address could understand differently is kept as it is called", () => {
  expect(pushEndpoint("https:\\\\fcm.googleapis.com\\a\t/b c", [])).toBe(
    "https://fcm.googleapis.com/a/b%20c",
  );
  expect(pushEndpoint("HTTPS://FCM.GOOGLEAPIS.COM:443/x", [])).toBe("https://fcm.googleapis.com/x");
});

test("a place's own push services are called on exactly the port that is named", () => {
  const more = pushHostsIn("push.example, localhost:8443") ?? [];
  expect(more).toEqual(["push.example", "localhost:8443"]);
  expect(pushEndpoint("https://push.example/x", more)).toBe("https://push.example/x");
  expect(pushEndpoint("https://localhost:8443/x", more)).toBe("https://localhost:8443/x");
  for (const other of ["https://push.example:8443/x", "https://localhost/x", "https://a.push.example/x"])
    expect(pushEndpoint(other, more)).toBeNull();
});

test.each(["https://push.example", "push.example/x", "*.example", "user@host", "a,,b", "host:99999", ""])(
  "%s names no host",
  (value) => expect(pushHostsIn(value)).toBeNull(),
);
