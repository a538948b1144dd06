import type { Wording } from "./wording";

// Words that name harm done to somebody, like «cruel» or «violento», are in no list: nobody is asked to soften those.
const HARD =
  "egoísta|vago|vaga|perezoso|perezosa|flojo|floja|tonto|tonta|estúpido|estúpida|idiota|imbécil|inútil|inmaduro|" +
  "inmadura|infantil|dramático|dramática|exagerado|exagerada|histérico|histérica|ingrato|ingrata|desagradecido|" +
  "desagradecida|injusto|injusta|terco|terca|arrogante|celoso|celosa|paranoico|paranoica|irresponsable|ridículo|" +
  "ridícula|pesado|pesada|insoportable|insensible|desconsiderado|desconsiderada|tóxico|tóxica|cobarde|mentiroso|" +
  "mentirosa|hipócrita|narcisista|fracasado|fracasada|fracaso|desastre|decepción|pesadilla|patético|patética|" +
  "sinvergüenza|caprichoso|caprichosa|vergüenza|mala_persona|mal_padre|mala_madre|mal_marido|mala_esposa|mala_pareja";
const SO = "tan|muy|demasiado|bastante|realmente|bien|siempre|solo|un|una|el|la|todo|toda";
const HURT =
  "herí|ofendí|lastimé|molesté|hice_daño|hice_sentir|hice_sufrir|he_herido|he_ofendido|he_lastimado|he_molestado|" +
  "he_hecho_daño|dolió|molestó|ofendió|hirió|lastimó|ha_dolido|ha_molestado|ha_ofendido";
const UPSET =
  "mal|dolido|dolida|herido|herida|ofendido|ofendida|molesto|molesta|atacado|atacada|engañado|engañada|así|de_esa_manera";

/** Up to two small words that stand between «nunca» and the verb: «nunca te lo he dicho». */
const P = "me|te|se|nos|lo|la|le|les|los|las";
/** What somebody is told that they never do. «Nunca me mientes» and «nunca me dejas salir» are not pointed at. */
const GOOD =
  "escuchas|ayudas|preguntas|dices|hablas|cuentas|llamas|escribes|respondes|contestas|haces|cumples|entiendes|" +
  "acuerdas|recuerdas|importa|importo|interesa|cocinas|limpias|colaboras|participas|pides|reconoces|apoyas|vienes|" +
  "llegas|estás|eres|tienes|quieres|piensas|propones|has_escuchado|has_ayudado|has_preguntado|has_dicho|has_hablado|" +
  "has_llamado|has_apoyado|has_pedido|has_entendido|has_cumplido|has_estado|escuchaste|ayudaste|preguntaste|dijiste|" +
  "hablaste|llamaste|apoyaste|pediste|entendiste|cumpliste|estuviste|das_cuenta";
/** The same of somebody who is spoken to as «usted». */
const GOOD_FORMAL =
  "escucha|ayuda|pregunta|dice|habla|cuenta|llama|escribe|responde|contesta|cumple|entiende|está|tiene|ha_escuchado";
/** What somebody is told that they always do. */
const BAD =
  "olvidas|interrumpes|criticas|quejas|callas|ignoras|evitas|exageras|contradices|protestas|mientes|vas|encierras|" +
  "escondes|distraes|desapareces|culpas|juzgas|regañas";
const LATE = "tarde|tardísimo|a_las_tantas|de_madrugada";

const CHILD = "hijos|hijo|hija|hijas|niños|niña|niño|niñas|bebé|peques|chicos|chicas|nenes|nene|nena";
const THE = "los|las|el|la|al|mis|mi|tus|tu|nuestros|nuestras|nuestro|nuestra";
const PEOPLE =
  "amigos|amigas|amigo|amiga|familia|madre|padre|mamá|papá|padres|hermana|hermano|hermanos|hermanas|colegas|" +
  "compañeros|compañeras|compañero|compañera|primos|primas|hombres|mujeres|tipos|gente";
const YOURS = "tus|tu|otros|otras|otra|esos|esas|ese|esa|ningún|ninguna";
const WORK = "jefe|jefa|empresa|trabajo|iglesia|jefes";
const PAPERS =
  "pasaporte|documentos|papeles|dni|visa|carnet|certificados|llaves|móvil|pasaportes|identificación|cédula";
const MONEY = "dinero|plata|ahorros|tarjeta|tarjetas|cuenta|cuentas|sueldo";
const NO_MORE = "no|ya_no|nunca|nunca_más|nunca_jamás";

const CODE = "contraseña|clave|pin|código_de_desbloqueo|código_del_móvil|patrón_del_móvil|ubicación";
const DEVICE =
  "móvil|mensajes|chats|chat|correos|correo|emails|mails|whatsapp|conversaciones|llamadas|ordenador|computadora|" +
  "portátil|cuentas|redes";
/** What can be handed over or shown; «dame tu correo» asks for an address. */
const SHOWN = "móvil|mensajes|chats|correos|whatsapp|conversaciones|llamadas|ordenador|computadora|portátil";
const YOUR = "tu|tus|todos_tus|todas_tus|toda_tu|todo_tu";
const MY = "mi|mis|todos_mis|todas_mis";
const LOOK =
  "leer|ver|revisar|mirar|checar|chequear|controlar|abrir|espiar|vigilar|comprobar|inspeccionar|registrar|acceder_a|" +
  "entrar_en|entrar_a|echar_un_vistazo_a";
const LOOK_YOU = "leerte|verte|revisarte|mirarte|checarte|chequearte|controlarte|espiarte|abrirte";
const ALWAYS = "siempre|en_todo_momento|a_todas_horas|a_toda_hora|a_cada_momento|cada_minuto|las_24_horas";
const NOW = "siempre|ahora|ya|también|conmigo|por_favor";

const GIVE =
  "dame|dime|envíame|mándame|pásame|muéstrame|enséñame|compárteme|comparte|deme|dígame|envíeme|me_das|me_dices|" +
  "me_pasas|me_mandas|me_envías|me_compartes|me_enseñas|me_muestras|compartes|compartirás|me_darás|me_dirás";
const THAT_YOU_GIVE =
  "me_des|me_digas|me_pases|me_mandes|me_envíes|me_compartas|compartas|me_enseñes|me_muestres";
const TO_GIVE =
  "darme|decirme|pasarme|mandarme|enviarme|compartirme|compartir|enseñarme|mostrarme|entregarme";
const I_GIVE =
  "te_doy|te_daré|te_voy_a_dar|voy_a_darte|te_digo|te_diré|te_paso|te_pasaré|te_mando|te_mandaré|te_comparto|" +
  "comparto_contigo|puedo_darte|te_puedo_dar";
const I_WANT = "quiero|quisiera|necesito|exijo|espero|pido|me_gustaría|prefiero";
const I_CAN = `${I_WANT}|voy_a|vamos_a|tengo_que|puedo|podré|debo`;
const YOU_CAN = "tienes_que|debes|deberías|puedes|podrías|podrás|quieres|vas_a|hace_falta|podés";

/** What somebody says they will do, in the three ways it is said: «te quito», «te quitaré», «te voy a quitar». */
const TAKE_YOU = iWill("te", ["quito", "quitaré", "quitar"]);
const HARM_YOU = [
  iWill("te", ["pego", "pegaré", "pegar"]),
  iWill("te", ["golpeo", "golpearé", "golpear"]),
  iWill("te", ["mato", "mataré", "matar"]),
  iWill("te", ["hundo", "hundiré", "hundir"]),
  iWill("te", ["destruyo", "destruiré", "destruir"]),
  iWill("te", ["destrozo", "destrozaré", "destrozar"]),
  iWill("te", ["arruino", "arruinaré", "arruinar"]),
  iWill("te", ["castigo", "castigaré", "castigar"]),
  iWill("te", ["encierro", "encerraré", "encerrar"]),
  "te_hago_daño|te_haré_daño|te_voy_a_hacer_daño|voy_a_hacerte_daño|te_parto_la_cara|te_voy_a_partir_la_cara",
].join("|");
const THROW_YOU = [
  iWill("te", ["echo", "echaré", "echar"]),
  iWill("te", ["saco", "sacaré", "sacar"]),
  iWill("te", ["boto", "botaré", "botar"]),
  iWill("te", ["corro", "correré", "correr"]),
].join("|");
const LEAVE_YOU = iWill("te", ["dejo", "dejaré", "dejar"]);
const MAKE_YOU = iWill("te", ["hago", "haré", "hacer"]);
const TELL_THEM = ["le", "les", "se_lo"]
  .flatMap((whom) => [
    iWill(whom, ["digo", "diré", "decir"]),
    iWill(whom, ["cuento", "contaré", "contar"]),
    iWill(whom, ["enseño", "enseñaré", "enseñar"]),
  ])
  .concat("voy_a_contárselo|voy_a_decírselo|voy_a_enseñárselo")
  .join("|");
const YOU_DID = "eres|haces|hiciste|has_hecho|me_haces|me_hiciste|me_has_hecho";
const BLOCK = "bloqueo|bloquearé|voy_a_bloquear|vacío|vaciaré|voy_a_vaciar|cancelo|cancelaré|voy_a_cancelar";
const DESTROY =
  "escondo|esconderé|voy_a_esconder|rompo|romperé|voy_a_romper|quemo|quemaré|voy_a_quemar|" +
  "me_quedo_con|me_quedaré_con|me_voy_a_quedar_con";

function iWill(whom: string, [now, later, to]: readonly [string, string, string]): string {
  const before = `${whom}_${now}|${whom}_${later}|${whom}_voy_a_${to}|${whom}_vamos_a_${to}`;
  return whom === "se_lo" ? before : `${before}|voy_a_${to}${whom}`;
}

const phrases: Wording["phrases"] = {
  absolute: [
    `nunca ${P}? ${P}? ${GOOD}`,
    `usted nunca ${P}? ${P}? ${GOOD_FORMAL}`,
    `no ${P}? ${P}? ${GOOD} nada|en_casa? nunca`,
    "nunca te importa|importo|importó",
    `siempre ${P}? ${P}? ${BAD}`,
    `${BAD} siempre`,
    `siempre ${P}? llegas|llegaste|llegabas|vuelves|vienes ${LATE}`,
    `llegas|vuelves|vienes siempre ${LATE}`,
    `usted siempre llega|vuelve ${LATE}`,
    "siempre haces|dices|contestas|respondes|repites lo_mismo|igual|eso|lo_que_quieres|lo_que_te_da",
    "siempre estás con|en|mirando|pegado_a|pegada_a el|la|tu|al móvil|teléfono|ordenador|computadora|trabajo|oficina",
    "estás siempre con|en|mirando|pegado_a|pegada_a el|la|tu|al móvil|teléfono|ordenador|computadora|trabajo|oficina",
    "siempre estás trabajando|ocupado|ocupada|cansado|cansada|de_mal_humor|en_otra_cosa|quejándote|criticando",
    "siempre tienes que",
    "siempre tienes una|alguna|otra excusa",
    "siempre quieres|crees tener|que_tienes la? razón|última_palabra",
    "siempre pones excusas|una_excusa|mala_cara",
    "siempre miras para|hacia|a otro lado",
    `ni una sola? vez ${P}? ${P}? ${GOOD}`,
    "lo único que haces|sabes|quieres|te_importa hacer? es",
    "te pasas la_vida|el_día|todo_el_día",
  ],

  blame: [
    "es|fue|era|todo|toda|y solo|todo|toda|únicamente? tu culpa",
    "culpa tuya",
    "culpa es|fue|era solo|toda|únicamente? tuya",
    "tienes|tuviste toda? la culpa",
    "eres|fuiste el|la culpable",
    "^ todo? por tu culpa",
    "es|fue|estoy|está|estamos … por tu culpa",
    "te culpo",
    "te echo la culpa",
    `eres|eras|fuiste|has_sido ${SO}? ${SO}? ${HARD}`,
    "estás loco|loca|mal_de_la_cabeza|enfermo_de_la_cabeza|enferma_de_la_cabeza",
    "me haces|hiciste|has_hecho enfadar|enojar|enojarme|enfadarme|gritar|llorar|rabiar|sufrir|perder_la_paciencia|hacerlo",
    "me haces|hiciste|has_hecho sentir muy|tan|siempre? mal|fatal|horrible|culpable|pésimo",
    "me sacas|sacaste|has_sacado de quicio|mis_casillas",
    "me pones|pusiste siempre|tan|muy? de_los_nervios|nervioso|nerviosa|furioso|furiosa|enfermo|enferma|de_mal_humor",
    "me estás volviendo loco|loca",
    "solo piensas|pensabas|pensaste en ti|vos",
    "solo te importas|importa|importabas tu|lo_tuyo",
    "no piensas más que en ti",
    "lo? arruinaste|destruiste|destrozaste|estropeaste|has_arruinado|has_destruido|has_destrozado|has_estropeado " +
      "todo|lo_nuestro|nuestra|nuestro|mi_vida|la_vida|la_relación|el_matrimonio|la_familia|la_noche|el_día",
    "todo lo arruinas|arruinaste|estropeas|estropeaste",
    "no me dejaste|dejas|has_dejado otra|más|ninguna opción|alternativa|salida|remedio|elección",
    "que demonios|diablos|carajo|coño te pasa",
    "que problema tienes",
    "mira lo que hiciste|has_hecho|haces",
    "debería darte vergüenza",
    "te lo buscaste|mereces|merecías|has_buscado",
  ],

  excuse: [
    "pero",
    `si ${P}? ${P}? ${HURT}`,
    `si algo|eso|esto|lo_que_dije|lo_que_hice ${P}? ${HURT}`,
    `si te sentiste|sientes|has_sentido|sentías tan|muy? ${UPSET}`,
    "siento|lamento|perdona|perdón que te sientas|sintieras|hayas_sentido|moleste|molestara|ofenda|duela",
    "siento|lamento|perdona|perdón que lo veas|vieras|tomes|tomaras|entiendas|entendieras así|mal|de_esa_manera|a_mal",
    "me hiciste|haces|has_hecho hacerlo|mentir|mentirte|gritar|gritarte|enfadar|enojar|perder|buscar",
    "me obligaste|has_obligado|obligabas|empujaste|has_empujado|orillaste a",
    "me llevaste|has_llevado a eso|esto|ello|hacerlo|mentir",
    "me provocaste|has_provocado|provocabas",
    "no me dejaste|dejas|has_dejado otra|más|ninguna opción|alternativa|salida|remedio|elección",
    `si tu? no? ${P}? ${P}? hubieras|hubieses`,
    `si no? ${P}? hubiera|hubiese sido por ti`,
    `tu también|tampoco ${P}? ${P}? hiciste|haces|mentiste|mientes|fallaste|gritaste|engañaste|ocultaste|tienes|tuviste|cometiste`,
    "^ y tu también|tampoco ^",
    "tu empezaste|has_empezado",
    "empezaste tu",
    "lo hiciste tu? primero|antes",
    "hiciste lo mismo",
    "hice|mentí|oculté|fue|grité|callé|busqué solo? porque tu",
    "cualquiera lo? habría|hubiera|hubiese hecho|reaccionado|perdido|mentido",
    "todos cometemos|tenemos errores|fallos",
    "todo el mundo comete|tiene errores|fallos",
    "todo el mundo se equivoca",
    "se cometieron errores",
    "nadie es perfecto|perfecta",
    "no es|era|fue para tanto",
    "solo era|fue una|un broma|error|juego|tontería",
    "era|fue solo una|un broma|error|juego|tontería",
  ],

  // What somebody does to be safe is in no list: leaving, a friend’s house, a lawyer, a refuge, the police.
  threat: [
    `${NO_MORE} volverás_a_ver|vas_a_ver|vas_a_volver_a_ver|podrás_ver|puedes_ver|verás más|nunca|jamás? a? ${THE} ${CHILD}`,
    "no los|las|lo|la verás|vas_a_ver|volverás_a_ver más|nunca|nunca_más",
    "nunca más? los|las|lo|la verás|vas_a_ver|volverás_a_ver",
    "no volverás|vas|vuelves a? verlos|verlas|verlo|verla",
    `no vas_a|puedes|podrás|debes|volverás_a|tienes_permitido ver|hablar|salir|quedar|llamar|visitar|escribir|juntarte|verte más? a|con? ${YOURS} ${PEOPLE}`,
    `no quiero|permito|voy_a_permitir que veas|hables|salgas|quedes|llames|visites|escribas|te_juntes|te_veas más? a|con? ${YOURS} ${PEOPLE}`,
    "te prohíbo|tienes_prohibido",
    `perderás|vas_a_perder|pierdes a? ${THE} ${CHILD}|casa|piso|departamento|${MONEY}|amigos|familia|trabajo`,
    "perderás|vas_a_perder todo",
    "lo perderás|vas_a_perder todo",
    `${TAKE_YOU} todo|toda? a? ${THE}? ${CHILD}|${MONEY}|${PAPERS}|casa|piso`,
    `me_llevo|me_llevaré|me_voy_a_llevar a? ${THE} ${CHILD} lejos|para_siempre|muy_lejos`,
    `${TELL_THEM} todo? a todos|todas|todo_el_mundo|medio_mundo`,
    `se_lo_digo|se_lo_diré|se_lo_voy_a_decir|se_lo_cuento|se_lo_contaré|se_lo_voy_a_contar todo? a tu|tus ${PEOPLE}|${WORK}`,
    `${TELL_THEM} a? ${THE} ${CHILD} todo? lo_que|quien|como ${YOU_DID}`,
    `${TELL_THEM} a tu|tus ${PEOPLE}|${WORK} todo? lo_que|quien|como ${YOU_DID}`,
    `todo el mundo sabrá|va_a_saber lo_que|quien|como ${YOU_DID}`,
    `${BLOCK} todas_las|tu|tus|todas_tus|nuestra|nuestras ${MONEY}`,
    `te bloqueo|bloquearé|corto|cortaré|cierro|cerraré la|las|el|tu|tus ${MONEY}`,
    "verás|tendrás|recibirás|vas_a_ver|vas_a_tener|vas_a_recibir ni un solo? peso|euro|centavo|céntimo|dólar|duro|sol",
    `${THROW_YOU} de_casa|de_la_casa|de_mi_casa|de_esta_casa|del_piso|a_la_calle|a_patadas`,
    `${LEAVE_YOU} en_la_calle|sin_nada|sin_dinero|sin_casa|sin_un_peso|sin_un_euro|sin_los_niños|sin_tus_hijos`,
    "acabarás|terminarás|te_quedarás|te_quedas|te_vas_a_quedar|vas_a_acabar|vas_a_terminar en_la_calle|sin_nada|sin_casa|sin_hijos|sin_los_niños",
    "te vas|irás a_la_calle",
    "cambio|cambiaré|voy_a_cambiar la|las cerradura|cerraduras|chapa|chapas",
    `${DESTROY} tu|tus ${PAPERS}|${MONEY}`,
    "denuncio|denunciaré|voy_a_denunciar|denunciarte|llamo|llamaré|voy_a_llamar … migración|inmigración|extranjería|la_migra",
    "que te deporten|despidan|corran_del_trabajo|echen_del_trabajo|echen_del_país",
    "te van_a deportar|despedir",
    "te deportarán|despedirán",
    `llamo|llamaré|voy_a_llamar a tu ${WORK}`,
    "te arrepentirás|vas_a_arrepentir",
    "vas a arrepentirte",
    "lo vas_a_lamentar|lamentarás",
    "lo vas_a_pagar|pagarás muy? caro",
    "me las vas_a_pagar|pagarás|pagas",
    `${MAKE_YOU} pagar|sufrir|la_vida_imposible`,
    "haré|voy_a_hacer que … pagues|sufras|arrepientas|pierdas",
    "me encargaré|encargo|voy_a_encargar de que … pierdas|pagues|sufras|arrepientas",
    "te vas_a_enterar|enterarás",
    HARM_YOU,
    "atente|aténgase a las consecuencias",
    "o si_no|sino|verás|ya_verás ^",
  ],

  secrets: [
    // A code, or where somebody is.
    `${GIVE} ${NOW}? ${YOUR}|su|sus ${CODE}`,
    `${I_WANT}|te_pido que ${NOW}? ${THAT_YOU_GIVE} ${NOW}? ${YOUR}|su ${CODE}`,
    `${YOU_CAN} ${TO_GIVE} ${NOW}? ${YOUR} ${CODE}`,
    `${I_WANT} saber|tener|conocer|ver? ${YOUR} ${CODE}`,
    `${GIVE}|${THAT_YOU_GIVE} ${NOW}? la|el contraseña|clave|pin|código|patrón de_tu|de_tus ${DEVICE}`,
    `${I_GIVE} ${NOW}? ${MY} ${CODE}`,
    `compartimos|intercambiamos ${NOW}? la|las|nuestra|nuestras ${CODE}`,
    `mi|nuestra ${CODE} es`,
    `tendrás|puedes_tener|puedes_usar|puedes_saber|puedes_ver ${NOW}? ${MY} ${CODE}`,
    "activa|activas|actives|enciende|enciendes|prende|prendes|mantén|deja|dejas|dejes siempre? la|tu ubicación|gps",
    `${I_WANT} saber ${ALWAYS} donde estás|andas`,
    `${I_WANT} saber donde estás|andas ${ALWAYS}`,
    `${I_CAN} rastrearte|localizarte`,
    `${I_CAN} rastrear ${YOUR} móvil`,
    "instalo|instalaré|instala|instalas|instales|instalar … rastreador|localizador|rastreo|espía|gps",
    `desbloquea|desbloqueas|desbloquees|desbloquéame ${NOW}? tu|el ${SHOWN}`,
    `deja|dejas|dejes|dejar ${NOW}? tu|el móvil|portátil desbloqueado|sin_contraseña|sin_clave|sin_bloqueo`,
    // What is on a phone.
    `${I_CAN} ${LOOK} ${NOW}? ${YOUR} ${DEVICE}`,
    `${I_CAN} ${LOOK_YOU} ${NOW}? el|los|las|${YOUR} ${DEVICE}`,
    `reviso|revisaré|controlo|controlaré|espiaré|vigilaré ${NOW}? ${YOUR} ${DEVICE}`,
    `${I_CAN}|dame|deme tener? acceso a ${YOUR} ${DEVICE}`,
    `me_des|darme|me_das|me_darás acceso a ${YOUR} ${DEVICE}`,
    `déjame|me_dejas|me_dejes|me_dejarás|dejarme ${LOOK} ${NOW}? ${YOUR} ${DEVICE}`,
    `dame|muéstrame|enséñame|me_das|me_enseñas|me_muestras|entrégame ${NOW}? ${YOUR} ${SHOWN}`,
    `${I_WANT}|te_pido que ${NOW}? me_des|me_enseñes|me_muestres|me_entregues ${NOW}? ${YOUR} ${SHOWN}`,
    `${YOU_CAN} darme|enseñarme|mostrarme|entregarme ${NOW}? ${YOUR} ${SHOWN}`,
    `puedes|podrás|podrías ${LOOK} ${NOW}? ${MY} ${DEVICE}`,
    "puedes|podrás|podrías rastrearme|localizarme",
  ],
};

/** Spanish, as it is written on both sides of the Atlantic, with «tú», «vos» or «usted», and mostly without any of them. */
export const es: Wording = {
  short: {
    ...withoutAccents(phrases),
    tú: "tu",
    vos: "tu",
    mí: "mi",
    qué: "que",
    q: "que",
    quién: "quien",
    quiénes: "quien",
    cómo: "como",
    dónde: "donde",
    xq: "porque",
    sólo: "solo",
    solamente: "solo",
    únicamente: "solo",
    unicamente: "solo",
    jamás: "nunca",
    jamas: "nunca",
    constantemente: "siempre",
    continuamente: "siempre",
    ud: "usted",
    verguenza: "vergüenza",
    sinverguenza: "sinvergüenza",
    // «Vos», as it is said in the south.
    sos: "eres",
    tenés: "tienes",
    tenes: "tienes",
    podés: "puedes",
    podes: "puedes",
    querés: "quieres",
    queres: "quieres",
    debés: "debes",
    hacés: "haces",
    decís: "dices",
    venís: "vienes",
    llegás: "llegas",
    escuchás: "escuchas",
    ayudás: "ayudas",
    preguntás: "preguntas",
    hablás: "hablas",
    pensás: "piensas",
    olvidás: "olvidas",
    mentís: "mientes",
    mirás: "miras",
    ponés: "pones",
    arruinás: "arruinas",
    decime: "dime",
    mostrame: "muéstrame",
    // One word for what is the same.
    teléfono: "móvil",
    telefono: "móvil",
    celular: "móvil",
    celu: "móvil",
    cel: "móvil",
    smartphone: "móvil",
    iphone: "móvil",
    laptop: "portátil",
    computador: "computadora",
    wasap: "whatsapp",
    wasaps: "whatsapp",
    whatsapps: "whatsapp",
    guasap: "whatsapp",
    contraseñas: "contraseña",
    contrasena: "contraseña",
    claves: "clave",
    password: "contraseña",
    passwords: "contraseña",
    localización: "ubicación",
    localizacion: "ubicación",
  },

  harmless: [
    // Somebody says what they do not mean, or takes blame away from the other.
    "no digo|creo|pienso|siento|quiero_decir que siempre|nunca|eres|es|fue|tienes",
    "no siempre|eres|eras|fuiste|estás|has_sido",
    "no|nunca|nada|nadie|ni|tampoco … culpa",
    "sientas|sientes|creas|crees|pienses|piensas que es|era|fue|tienes … culpa",
    "sin|nunca me haces|hiciste|has_hecho sentir",
    "no te culpo|echo_la_culpa",
    "no me haces|hiciste|sacas|pones",
    "nunca sabes",
    "nunca estás solo|sola",
    "nunca eres … carga|problema|molestia",
    "nunca … mentiras|daño|mal|malo|mala",
    "nunca me|nos dejas|dejaste",
    "siempre te vas a",
    "lo único que quieres|te_importa es … bien|feliz|ayudar|ayudarme",
    // Force is named as what it was.
    "me hiciste|haces|has_hecho daño",
    "me obligaste|has_obligado a acostarme|tener|desnudarme|firmar|dejar|salir|irme",
    "siempre me|nos pegas|pegabas|gritas|gritabas|amenazas|controlas|humillas|insultas",
    // What takes nothing back.
    "sin|ningún|ni_un pero|peros",
    "lento|último pero",
    "pero eso|esto|nada|ello no|nada|lo",
    "pero no … excusa|justifica|disculpa|justificación",
    "si tu? hubieras|hubieses tenido|querido|preferido|necesitado",
    "como si tu? no? hubieras|hubieses",
    "ojalá … hubieras|hubieses",
    // What asks for nothing.
    "no|nunca|tampoco te|se|le|les|se_lo? voy a",
    `no|nunca|tampoco ${[TAKE_YOU, HARM_YOU, THROW_YOU, LEAVE_YOU, MAKE_YOU, TELL_THEM].join("|")}`,
    `no|nunca|tampoco ${BLOCK}|${DESTROY}`,
    "no te prohíbo",
    `no|nunca ${GIVE} ${YOUR} ${CODE}|${DEVICE}`,
    `no|nunca ${I_WANT}|te_pido|me_importa que ${THAT_YOU_GIVE}|me_entregues|me_dejes`,
    `no|nunca ${YOU_CAN}|tienes_por_que|necesitas que? ${TO_GIVE}|dejarme|desbloquear`,
    `no|nunca ${I_WANT}|voy_a|puedo|podré|debo|tengo_que saber|tener|ver|leer|conocer|rastrearte|rastrear|instalar|${LOOK}|${LOOK_YOU}`,
    `no|nunca ${I_WANT} ${YOUR} ${CODE}`,
    `no|nunca me dejas|déjame|dejes ${LOOK}`,
    `no|nunca reviso|revisaré|controlo|controlaré|espiaré|vigilaré|${I_GIVE}`,
    `no puedes|podrás ${LOOK} ${MY}`,
    `${MY} ${CODE} es|son solo? mía|mío|mías|privada|privado|privadas|personal|cosa|asunto`,
    "contraseña|clave del|de_la|de? wifi|wi_fi|internet|alarma|puerta|portal|netflix",
    `hables|hablar|hablas con ${YOURS} ${PEOPLE} de|sobre`,
  ],

  phrases,
};

/**
 * The accents are often left out in a chat: «movil», «prohibo». Whatever is looked for is found without them too, but
 * where that is another word that is looked for: «calle» is not «callé».
 */
function withoutAccents(lists: Wording["phrases"]): Record<string, string> {
  const words = Object.values(lists)
    .flat()
    .flatMap((phrase) => phrase.match(/[\p{L}\p{M}]+/gu) ?? []);
  const known = new Set(words);
  const pairs = words.map(
    (word) => [word.normalize("NFD").replaceAll("\u0301", "").normalize("NFC"), word] as const,
  );
  return Object.fromEntries(pairs.filter(([plain]) => !known.has(plain)));
}
