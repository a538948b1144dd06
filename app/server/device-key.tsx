import { deviceKeyOf } from "#server/device-key";
import { evenground } from "#server/evenground";
import { TakeDeviceKey } from "../device/take-device-key";
import { KeepVisit } from "../visit/keep-visit";
import { whoIsAsking } from "./asking";

/**
 * Gives the browser of whoever is signed in its key, for as long as the page is there. To be put before whatever uses
 * it. A page without it is a page as well: what waits is then kept in memory only.
 */
export async function DeviceKey() {
  const asking = await whoIsAsking();
  if (!asking) return null;
  const ground = evenground();
  const key = await deviceKeyOf(ground.desk, asking).catch((error: unknown) => {
    ground.log.fault("device key", error, { signInId: asking.signInId });
    return null;
  });
  return (
    key && (
      <>
        <TakeDeviceKey hex={key} />
        <KeepVisit />
      </>
    )
  );
}
