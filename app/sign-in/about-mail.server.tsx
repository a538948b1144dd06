import { getTranslations } from "next-intl/server";
import styles from "./sign-in.module.css";

/** Where mail does not go the usual way: where it can be read, or that there is none. */
export async function AboutMail({ reaches }: { readonly reaches: "people" | "this-machine" | "nobody" }) {
  const t = await getTranslations("signIn");
  if (reaches === "people") return null;
  return (
    <p className={styles.note}>
      {reaches === "nobody"
        ? t("noMail")
        : t.rich("readHere", { link: (words) => <a href="/dev/mail">{words}</a> })}
    </p>
  );
}
