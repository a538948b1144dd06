import type { Wording } from "./wording";

// Words that name harm done to somebody, like „grausam“ or „gewalttätig“, are in no list: nobody is asked to soften those.
const HARD =
  "egoistisch|faul|gemein|dumm|blöd|doof|bescheuert|verrückt|gestört|nutzlos|wertlos|kindisch|unreif|dramatisch|" +
  "hysterisch|zickig|undankbar|unfair|stur|arrogant|eifersüchtig|paranoid|verantwortungslos|lächerlich|peinlich|nervig|" +
  "anstrengend|unsensibel|empfindlich|rücksichtslos|toxisch|feige|verlogen|unfähig|herzlos|lügner|lügnerin|" +
  "egoist|egoistin|feigling|idiot|idiotin|narzisst|narzisstin|psycho|heuchler|heuchlerin|versager|versagerin|loser|zicke|" +
  "arschloch|witz|enttäuschung|zumutung|albtraum";
const HARM =
  "geschlagen|getreten|geschubst|gestoßen|gewürgt|gepackt|gezwungen|vergewaltigt|bedroht|eingesperrt|ausgesperrt|" +
  "kontrolliert|überwacht|verfolgt|gefolgt|nachgegangen|eingeschüchtert|angeschrien|erniedrigt|klein_gemacht";
const HURT = "verletzt|gekränkt|beleidigt|enttäuscht|wehgetan|weh_getan|getroffen";
const LOVELY =
  "lieb|gut|geholfen|zugehört|geglaubt|vertraut|unterstützt|lachen|wichtig|willkommen|ehrlich|treu|stark|mutig|schön|" +
  "geduldig|liebevoll|geliebt|getröstet|gehalten|freude|dankbar|stolz|verstanden|gefreut|gesehen";

/** What people do, as somebody is told that they always or never do it. */
const DO =
  "hörst|hilfst|machst|tust|kommst|kamst|sagst|sprichst|redest|fragst|denkst|gehst|gingst|vergisst|lügst|schaust|guckst|" +
  "siehst|nimmst|gibst|sitzt|hängst|bleibst|findest|rufst|antwortest|schreibst|interessierst|kümmerst|meckerst|" +
  "nörgelst|arbeitest|verstehst|schweigst|reagierst|verdrehst|unterbrichst|lässt|brauchst|redetest|hörtest";
const WHOM = "mir|mich|uns|dich|dir|es|das|da|auch|einfach|ja|doch|so|wirklich|eben|halt";
const SO = "so|zu|total|echt|voll|einfach|nur|richtig|wirklich|immer|doch|ganz|dermaßen|unglaublich";

const THE = "die|das|den|unsere|unser|unseren|deine|dein|deinen";
const CHILD = "kinder|kind|sohn|tochter|baby|kleinen|jungs|mädchen|mädels";
const TO_THEM = "den|unseren|deinen kindern|kleinen|jungs|mädchen|mädels";
const YOURS = "deine|deinen|deiner|deinem|keine|keinen";
const PEOPLE =
  "freunde|freunden|freund|freundin|freundinnen|familie|mutter|vater|mama|papa|eltern|schwester|bruder|geschwister|" +
  "geschwistern|kollegen|kolleginnen|männer|männern|frauen|leute|leuten";
const WORK = "chef|chefin|arbeitgeber|arbeit|firma";
const PAPERS =
  "pass|reisepass|ausweis|papiere|dokumente|unterlagen|visum|führerschein|zeugnisse|handy|schlüssel";
const MONEY = "geld|ersparnisse|konto|konten|karte|karten";
const NEVER = "nie|nie_wieder|nie_mehr|nicht|nicht_mehr|nicht_wieder";

const CODE = "passwort|pin|handycode|entsperrcode|code|zugangsdaten|logindaten|standort|aufenthaltsort";
const DEVICE =
  "handy|nachrichten|chats|chatverlauf|mails|emails|e_mails|sms|whatsapp|whatsapps|anrufliste|anrufe|laptop|postfach|konten";
const YOUR = "dein|deine|deinen|deinem|deiner|alle_deine|all_deine";
const MY = "mein|meine|meinen|meinem|meiner|alle_meine|all_meine";
const LOOK =
  "lesen|mitlesen|sehen|ansehen|anschauen|durchsehen|durchsuchen|durchgehen|kontrollieren|prüfen|checken|schauen|" +
  "reinschauen|gucken|überwachen";
const NOW =
  "bitte|mal|jetzt|doch|einfach|auch|immer|sofort|endlich|jederzeit|jeden_abend|abends|gern|gerne|ab_und_zu";

/** Who does it, in either order: in German the verb comes first after „dann“ or a clause with „wenn“. */
const i = (verbs: string) => either("ich", verbs);
const you = (verbs: string) => either("du", verbs);
function either(who: string, verbs: string): string {
  return verbs
    .split(" ")
    .map((verb) => `${who}_${verb}|${verb}_${who}`)
    .join("|");
}

const I_WILL = i("werde will kann könnte");
const I_WANT = i("will möchte brauche verlange erwarte muss");
const YOU_WILL = you("wirst sollst darfst kannst");
const YOU_SHALL = you("musst sollst solltest kannst könntest wirst würdest");
const GIVE = `gib|sage|zeige|schicke|schreibe|nenne|verrate|${you("gibst sagst zeigst schickst schreibst nennst verrätst")}`;
const TO_GIVE = "geben|sagen|zeigen|schicken|schreiben|nennen|verraten";

/** German, as it is written in Germany, Austria and Switzerland. A „nicht“ mostly stands between the parts of a phrase. */
export const de: Wording = {
  short: {
    niemals: "nie",
    ständig: "immer",
    dauernd: "immer",
    andauernd: "immer",
    staendig: "immer",
    bloß: "nur",
    bloss: "nur",
    selber: "selbst",
    daß: "dass",
    nich: "nicht",
    is: "ist",
    biste: "bist du",
    haste: "hast du",
    kannste: "kannst du",
    machste: "machst du",
    wirste: "wirst du",
    hab: "habe",
    werd: "werde",
    geb: "gebe",
    nehm: "nehme",
    mach: "mache",
    sag: "sage",
    zeig: "zeige",
    schick: "schicke",
    schreib: "schreibe",
    nenn: "nenne",
    verrat: "verrate",
    erzähl: "erzähle",
    schalt: "schalte",
    stell: "stelle",
    teil: "teile",
    werf: "werfe",
    schmeiß: "schmeiße",
    schmeiss: "schmeiße",
    schmeisse: "schmeiße",
    entsperr: "entsperre",
    installier: "installiere",
    laß: "lass",
    hoerst: "hörst",
    laesst: "lässt",
    heisst: "heißt",
    kriegst: "bekommst",
    kriegen: "bekommen",
    telefon: "handy",
    smartphone: "handy",
    iphone: "handy",
    kennwort: "passwort",
    kennwörter: "passwort",
    passwörter: "passwort",
    passwoerter: "passwort",
    geheimzahl: "pin",
    pins: "pin",
  },

  harmless: [
    // Somebody says what they do not mean, want or ask for.
    "nicht|nie ^ dass …",
    "nicht|nichts|nie|niemand|keine|kein … deine schuld",
    "immer noch|wieder|mehr|öfter|besser|näher",
    "noch immer",
    `du … immer … ${LOVELY}`,
    "du … immer für … da",
    "nie allein|verletzt|belogen|angelogen|betrogen|enttäuscht|vergessen|aufgegeben|aufgehört|im_stich",
    "du musst nie",
    "nie aus dem kopf",
    "gibst|gabst nie auf",
    "dich nicht|nie",
    // Force is named as what it was.
    `du hast|hattest|bist … ${HARM}`,
    "du machst|machtest|hast mir … angst",
    "du lässt|ließt|ließest mich|uns nie",
    "du hast mich|uns nie … gelassen",
    "du … immer … gewalttätig|grausam|brutal|zugeschlagen|faust",
    // What takes nothing back.
    "wenn und aber",
    "ohne|kein aber",
    "aber das|es|nichts|nichts_davon … nicht|nichts|keine",
    // What asks for nothing.
    `${CODE} gar|auch|überhaupt? nicht|nie`,
    `${DEVICE} gar|auch|überhaupt? nicht|nie`,
    `${MY} ${CODE} ist|sind|bleibt|gehört mein|meins|meine|privat|geheim|mir`,
    `nicht|nie mit … ${PEOPLE} über|darüber|davon`,
  ],

  phrases: {
    absolute: [
      `du bist|warst|hast|hattest|willst|${DO} ${WHOM}? ${WHOM}? noch? nie|immer`,
      `du kannst|konntest ${WHOM}? nie`,
      "du musst|musstest immer",
      `${DO} du ${WHOM}? ${WHOM}? nie|immer`,
      `^ nie|immer bist|warst|hast|hattest|musst|willst|${DO} du`,
      `^ jedes einzelne? mal ${DO} du`,
      "nicht|kein ein? einziges mal hast|bist|warst du",
      `du ${WHOM}? nie zuhörst|fragst|nachfragst|hilfst|mithilfst|redest|antwortest|anrufst|zurückrufst|da_bist`,
      `du ${WHOM}? immer lügst|wegschaust|weggehst|wegläufst|vergisst|meckerst|nörgelst|zu_spät|weg_bist`,
    ],

    blame: [
      "du hast|hattest mich dazu gebracht|getrieben",
      "du bringst|treibst mich dazu|zur_weißglut|auf_die_palme|in_den_wahnsinn",
      `${you("machst")} mich ${SO}? ${SO}? wütend|krank|fertig|wahnsinnig|verrückt|rasend|kaputt|aggressiv|sauer|traurig|irre`,
      "ist|war|bleibt alles|nur|allein|doch|ganz|auch|einzig? allein? deine eigene? schuld",
      "^ alles|nur? deine eigene? schuld",
      `${you("bist warst")} doch|ja|selbst|allein|an_allem|daran|dran? selbst|allein|an_allem|daran|dran? schuld`,
      `${i("gebe")} dir allein|ganz|auch? die schuld`,
      `${i("werfe")} dir … vor`,
      "alles nur? deinetwegen|wegen_dir",
      `${you("bist warst")} ${SO}? ${SO}? ein|eine|der|die|das|so_ein|so_eine|ein_richtiger|eine_richtige? ${HARD}`,
      `weil du ${SO}? ${SO}? ein|eine|so_ein|so_eine? ${HARD} bist|warst`,
      "du bist zu sensibel",
      "dir ist|war|bin doch|ich|das? alles|sowieso|ich|das|doch? völlig|total|doch? egal|scheißegal",
      "du denkst|dachtest immer|doch|eh? nur|immer an dich",
      "du interessierst dich nur für dich",
      "du hast alles|uns|mich|unsere_ehe|unsere_beziehung|unsere_familie|mein_leben|unser_leben " +
        "zerstört|ruiniert|kaputtgemacht|kaputt_gemacht|versaut|vermasselt",
      "du machst|zerstörst|ruinierst alles|uns|mein_leben|unser_leben kaputt|schlimmer?",
      "du hast mir keine andere? wahl gelassen",
      "du lässt|ließt mir keine andere? wahl",
      "was stimmt denn|eigentlich|nur? nicht mit dir",
      "was stimmt denn|eigentlich|nur? mit dir nicht",
      "was du da|hier? angerichtet hast",
      "schäm|schäme dich",
      "du solltest|sollst dich schämen",
    ],

    excuse: [
      "aber",
      `falls ich dich|dir|euch … ${HURT}`,
      `leid ^ wenn ich dich|dir|euch … ${HURT}`,
      `wenn ich dich|dir|euch … ${HURT} habe ^ tut`,
      "falls|wenn du dich … gefühlt",
      "falls du dich|das|es|dir",
      "wenn du das|es … empfunden|aufgefasst|verstanden",
      "leid dass|wenn|falls du",
      "leid ^ dass du dich … fühlst|fühltest|gefühlt",
      "leid ^ dass du das … siehst|empfindest|empfunden|verstanden",
      "leid ^ dass du so empfindest|fühlst|denkst",
      "du hast|hattest mich dazu gebracht|getrieben",
      "du bringst|treibst mich dazu",
      "du hast mir keine andere? wahl gelassen",
      "du lässt|ließt mir keine andere? wahl",
      "wenn du … gewesen|gesagt|gefragt|gekommen|zugehört|gemacht|getan|geholfen|geredet|geblieben wärst|wärest|hättest",
      "hättest du nicht|nur|mal|mich|mir|doch",
      "du hast|bist|warst doch|ja auch|selbst|zuerst|angefangen",
      "du hast zuerst",
      "^ du doch|ja auch",
      "nur weil du",
      "nur … ^ weil du",
      "hätte|würde doch? jeder|jede|jeder_andere|jeder_mensch … getan|gemacht|tun|machen",
      "wurden fehler gemacht",
      "fehler wurden gemacht",
      "jeder macht mal? fehler",
      "war doch|ja nur",
    ],

    // What somebody does to be safe is in no list: leaving, a friend’s house, a lawyer, a refuge, the police.
    threat: [
      `${you("siehst triffst")} ${THE} ${CHILD} dann? nie|nie_wieder|nie_mehr|nicht_mehr|nicht_wieder`,
      `${you("bekommst")} ${THE} ${CHILD} nie|nicht|nicht_mehr`,
      `${YOU_WILL} ${THE} ${CHILD} ${NEVER} sehen|treffen|haben|besuchen|bekommen|anrufen`,
      `dass du ${THE} ${CHILD} nie|nie_wieder|nie_mehr|nicht_mehr|nicht_wieder`,
      `${YOU_WILL} ${YOURS} anderen? ${PEOPLE} nie|nicht|nicht_mehr|nie_wieder|mehr? sehen|treffen|besuchen|anrufen|haben`,
      `${you("siehst triffst besuchst")} ${YOURS} anderen? ${PEOPLE} nie|nicht|nicht_mehr|nie_wieder|mehr`,
      `${you("redest sprichst schreibst")} nicht|nie|nicht_mehr mit anderen|${YOURS} ${PEOPLE}`,
      `${YOU_WILL} nicht|nie|nicht_mehr mit anderen|${YOURS} ${PEOPLE} reden|sprechen|schreiben`,
      `${you("bekommst siehst")} keinen_cent|kein_geld|keinen_pfennig|keinen_rappen`,
      `${YOU_WILL} keinen_cent|kein_geld|keinen_pfennig|keinen_rappen mehr? bekommen|sehen|haben`,
      `${you("verlierst")} dann? ${THE} ${CHILD}|haus|wohnung|geld|freunde|familie`,
      `${you("verlierst")} dann? alles`,
      `${i("nehme")} dir dann? ${THE} ${CHILD}|${MONEY}|${PAPERS} weg`,
      `${I_WILL} dir ${THE} ${CHILD}|${MONEY}|${PAPERS} wegnehmen|nehmen|sperren`,
      `${i("sage erzähle zeige")} es|das allen|jedem|überall`,
      `${i("sage erzähle")} allen|jedem|überall ^ was|wer|wie|dass du`,
      `${I_WILL} es|das? allen|jedem|überall … sagen|erzählen|zeigen`,
      `${i("sage erzähle zeige")} es|das? deinen|deiner|deinem|deine ${PEOPLE}|${WORK} alles|das|es? ^ was|wer|wie|dass`,
      `${I_WILL} es|das? deinen|deiner|deinem ${PEOPLE}|${WORK} alles|das|es? sagen|erzählen|zeigen`,
      `${i("sage erzähle")} ${TO_THEM} ^ was|wer|wie|dass du`,
      `${I_WILL} ${TO_THEM} sagen|erzählen ^ was|wer|wie|dass du`,
      `${i("sperre blockiere kündige leere räume")} dir? dein|deine|unser|unsere|alle ${MONEY}`,
      `${i("sperre")} dir das|die ${MONEY}`,
      `${I_WILL} dein|deine|unser|unsere ${MONEY} sperren|blockieren|leeren|leerräumen`,
      `${i("drehe")} dir den geldhahn zu`,
      `${i("werfe schmeiße")} dich raus|hinaus|rauswerfen|auf_die_straße|aus_dem_haus|aus_der_wohnung`,
      `${i("setze")} dich vor_die_tür|auf_die_straße`,
      `${I_WILL} dich rauswerfen|rausschmeißen|aussperren|einsperren|fertigmachen|bestrafen|umbringen|vernichten|verletzen`,
      `${you("fliegst")} hier|dann? raus`,
      `${i("sperre")} dich aus|ein`,
      `${i("tausche wechsle wechsele")} das|die schloss|schlösser`,
      `${I_WILL} das|die schloss|schlösser austauschen|wechseln|tauschen`,
      `${i("nehme verstecke behalte verbrenne zerreiße vernichte")} dein|deine|deinen ${PAPERS}`,
      `${I_WILL} dein|deine|deinen ${PAPERS} nehmen|wegnehmen|verstecken|behalten|verbrennen|zerreißen|vernichten`,
      `${i("melde")} dich bei_der|der ausländerbehörde`,
      `${i("lasse lass")} dich abschieben`,
      `${you("wirst")} dann? abgeschoben|obdachlos|gefeuert|entlassen`,
      `${i("rufe")} deinen|deine|bei_deinem|bei_deiner ${WORK} an`,
      "sorge ich? dafür ^ dass du … verlierst|bereust|bezahlst|büßt|abgeschoben|gefeuert|entlassen",
      `${you("wirst")} das|es bereuen|büßen|bezahlen`,
      "das|es wirst du noch? bereuen|büßen|bezahlen|mir_büßen",
      "das|es bereust|büßt du",
      "wird|wird_es|wird_das dir noch? leidtun|leid_tun",
      `${i("mache")} dich fertig|kaputt|kalt`,
      `${i("schlage haue töte verletze bestrafe ruiniere zerstöre vernichte")} dich`,
      `${i("ruiniere zerstöre vernichte")} dein|deine|deinen`,
      `${i("bringe")} dich um`,
      "kannst_du|du_kannst was|etwas erleben",
      "sonst|oder_es passiert was|etwas",
      "sonst|oder_es knallt|setzt",
      "gnade dir",
      "wehe dir|du|wenn",
    ],

    secrets: [
      // A code, or where somebody is.
      `${GIVE} mir|uns ${NOW}? ${YOUR} ${CODE}`,
      `${GIVE} mir|uns ${NOW}? das|die|den passwort|pin|handycode|entsperrcode`,
      `${YOU_SHALL} mir|uns ${NOW}? ${YOUR} ${CODE} ${TO_GIVE}`,
      `will|möchte|verlange|erwarte ich? ^ dass du mir|uns ${NOW}? ${YOUR} ${CODE}`,
      `teile|${you("teilst")} mir|mit_mir? ${NOW}? ${YOUR} ${CODE}`,
      `${YOU_SHALL} ${NOW}? ${YOUR} ${CODE} mit|für mir|mich teilen|freigeben`,
      `${I_WANT} ${NOW}? ${YOUR} ${CODE}`,
      `${i("gebe sage zeige schicke verrate")} dir ${NOW}? ${MY} ${CODE}`,
      `${i("werde kann will")} dir ${NOW}? ${MY} ${CODE} ${TO_GIVE}`,
      `wir teilen|tauschen uns? unser|unsere|unseren ${CODE}`,
      `${you("bekommst hast")} ${NOW}? ${MY} ${CODE}`,
      `${you("kannst darfst")} ${NOW}? ${MY} ${CODE} haben|wissen|sehen|benutzen|nutzen`,
      `mein|meine|unser|unsere ${CODE} ist|lautet`,
      "schalte|mache|stelle|lass deinen|die standort|ortung|standortfreigabe immer|bitte|mal? an|ein|eingeschaltet|frei",
      "gib deinen standort frei",
      `${I_WANT} immer|jederzeit|stets|jeden_moment|rund_um_die_uhr wissen ^ wo du`,
      "orte|tracke|überwache ich? dich|dein",
      `${I_WANT} dich|dein_handy orten|tracken|überwachen`,
      "installiere|installierst du? … ortung|tracker|tracking|ortungsapp|spionageapp",
      `entsperre ${NOW}? dein handy|laptop`,
      `lass|${you("lässt")} ${NOW}? dein handy|laptop ${NOW}? entsperrt|offen`,
      // What is on a phone.
      `${I_WANT}|${i("werde darf kann")} ${NOW}? in? ${YOUR} ${DEVICE} ${NOW}? ${LOOK}`,
      "ich würde ab_und_zu|gern|gerne|abends? in? dein|deine|deinen handy|nachrichten|chats|mails lesen|sehen|schauen|kontrollieren",
      `${i("kontrolliere checke prüfe durchsuche überwache")} ${NOW}? ${YOUR} ${DEVICE}`,
      `${I_WANT} ${NOW}? zugriff|zugang auf|zu ${YOUR} ${DEVICE}`,
      `lass|${you("lässt")} mich ${NOW}? in|an? ${YOUR} ${DEVICE}`,
      `gib|zeige|${you("gibst zeigst")} mir ${NOW}? ${YOUR} ${DEVICE}`,
      `${YOU_SHALL} mir ${NOW}? ${YOUR} ${DEVICE} geben|zeigen`,
      `${you("kannst darfst könntest")} ${NOW}? ${NOW}? in|an? ${MY} ${DEVICE} ${NOW}? ${LOOK}`,
    ],
  },
};
