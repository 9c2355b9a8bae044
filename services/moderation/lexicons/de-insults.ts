import type { Group } from './source.ts';

/** German insults, slurs and threats; the rest of the language is in de.ts. */
export const DE_INSULTS: readonly Group[] = [
  // Long words that are known everywhere.
  {
    severity: 'strong',
    category: 'insult',
    everywhere: true,
    infixes: `
      hurensohn hurensöhn hurentocht wichser wixxer fotze schlampenkind drecksau drecksäu dreckssau dreckssäu
      drecksfotz drecksschlamp dreckshur drecksnutt missgeburt nuttensohn nuttensöhn nuttenkind arschfick mutterfick
      kinderfick
    `,
    prefixes: 'hackfress gefickt',
    words: `
      wichser/er wixer/er wixxer/er wixxa/s wikser/er wichsa/s wichssau/sau wichsfresse/n wichsgesicht/wer
      wichskopf/kopf wixxn wixern wichskind/wer wichsbirne/n fotze/n votze/n fozze/n fotzenkopf/kopf fotzengesicht/wer
      fotzenlecker/er fotzenknecht/e schlampe/n shlampe/n schlammpe hurnsohn hurnsöhne hurensohm hurendsohn hurrensohn
      hurnson huansohn hurenson hurenficker/er misgeburt/en missgebuhrt mistgeburt/en drecksgeburt/en arschgeburt/en
      ficken ficker fickern fickers fickerin fickerinnen fickt fickst fikken fikker gefikt gefikkt fickdich fickeuch
      fickdeinemutter fickdeinemudder fickteuch dreckschwein/e drecksschwein/e dreckstück/e drecksstück/e
      drecksack/sack dreckssack/sack dreckskerl/e dreckspack drecksweib/wer
    `,
    phrases: `
      fick dich, fickt euch, fick euch, fick deine mutter, fick deine mudder, ficken sie sich, fick dich ins knie,
      deine mutter ficken, ich fick deine mutter, ich ficke deine mutter, sohn einer hure, tochter einer hure,
      sohn einer hündin, sohn einer schlampe, deine mutter die hure, deine mutter ist eine hure,
      deine mutter ist eine nutte, deine mutter fickt, fi dich
    `,
  },
  // The same, where German is spoken.
  {
    severity: 'strong',
    category: 'insult',
    prefixes: `
      fick durchfick durchgefick verfick hirnfick hirngefick rumfick rumgefick abfick abgefick totfick totgefick
      dummfick dreckstück drecksstück
    `,
    words: `
      hure/n huso/s hurso/s hurenbock hurenböcke hurenbrut hurenpack hurentreiber/er hurenfresse hurenbeidl saubeidl
      fickhure/n dorfhure/n billighure/n stadthure/n edelhure/n straßenhure/n bahnhofshure/n medienhure/n
      aufmerksamkeitshure/n verhurt/a rumhuren herumhuren rumgehurt huere nutte/n nuttig/a edelnutte/n billignutte/n
      bahnhofsnutte/n straßennutte/n nuttenbrut nuttenficker/er dorfmatratze/n dorfschlampe/n partyschlampe/n
      kopftuchschlampe/n billigschlampe/n schlämpchen flittchen flittchens miststück/e mistvieh/wer mistsau/sau
      mistsack/sack mistratte/n mistbastard/e drecksbastard/e hurenbastard/e dreckvieh/wer drecksvieh/wer dreckshund/e
      drecksköter drecksbulle/n drecksvolk dreckskind/wer drecksgör/en dreckstyp/en drecksbande dreckschlampe/n
      dreckhure/n dreckslügner/er dreckspresse drecksblatt drecksverein drecksregierung drecksfresse/n
      dreckspolitiker/er drecksparasit/en drecksemanze/n drecksnazi/s dreckszecke/n dreckskopf/kopf drecksloch
      dreckslöcher drecksleute drecksfamilie drecksaffe/n drecksgesindel dreckspisser/er hosenpisser/er inzestkind/wer
      inzuchtkind/wer inzuchtgeburt/en hackbratze/n gehirnamputiert/a sackfresse/n gesichtsbaracke/n sackhaar
      bastart/e nazischlampe/n nazisau/sau nazischwein/e nazihure/n nazipack bullensau/sau bullenschwein/e bullenpack
      bonzenschwein/e bonzensau/sau kapitalistenschwein/e kapitalistensau/sau fettsau/sau stinksau/sau pottsau/sau
      schweinesau/sau fettsack/sack fettwanst saftsack/sack sackgesicht/wer sackratte/n pissfresse/n fischfresse/n
      missfresse fettfresse/n bastard/e hundesohn hundesöhne hundesöhnen hundsfott hundsfotts vollidiot/en vollidiotin
      vollidiotinnen vollpfosten volltrottel/s vollhonk/s vollasi/s vollpenner/er vollhorst vollspaten vollkoffer
      vollpisser/er schwachmat/en hirnamputiert/a pimmelkopf/kopf pimmelgesicht/wer pimmelfresse/n pimmelberger
      pimmelnase/n schwanzkopf/kopf schwanzgesicht/wer schwanzlutscher/er schwanzlutscha pimmellutscher/er
      sacklutscher/er eierlutscher/er schwanzlecker/er sacklecker/er muschilecker/er fotzengesicht/wer wichskrüppel
      hirnwichser/er spermafresse/n spermaschlampe/n hdf hdfr halsmaul haltsmaul haltmaul haltdiefresse
      haltdeinefresse feminazi/s kampfemanze/n emanzenfotze/n volksverräterschwein/e verräterschwein/e verrätersau/sau
      politikerschwein/e pädoschwein/e pädosau/sau asifotze/n asischlampe/n asipack asihure/n asozialenpack
      gesichtsfotze/n gesichtsgrätsche/n gesichtsfünfer gesichtselfmeter beidl beidln zipfelklatscher schlampm
      schlampn nuddn drecksfetzn
    `,
    phrases: `
      halt doch dein maul, halt doch das maul, halt doch die schnauze, halt doch deine schnauze,
      halt doch deine fresse, halt mal das maul, halt mal die schnauze, halt mal deine schnauze,
      halt mal deine fresse, halt endlich deine schnauze, halt endlich deine fresse, halt einfach deine schnauze,
      halt einfach deine fresse, halt bloß dein maul, halt bloß das maul, halt bloß deine schnauze,
      halt bloß deine fresse, halt jetzt dein maul, halt jetzt das maul, halt jetzt die schnauze,
      halt jetzt deine schnauze, halt jetzt deine fresse, halt lieber dein maul, halt lieber das maul,
      halt lieber die schnauze, halt lieber deine schnauze, halt lieber deine fresse, die fresse, große fresse,
      eure fresse, seine fresse, wichs dir, haltet endlich das maul, haltet einfach das maul, halt deine fresse,
      haltet eure fresse, fresse halten, fresse zu halten, halt fresse, scheiß fresse, deine fresse, deiner fresse,
      dumme fresse, in die fresse, auf die fresse, halt die schnauze, haltet die schnauze, halt deine schnauze,
      schnauze halten, halt bloß die schnauze, halt endlich die schnauze, halt einfach die schnauze, halt dein maul,
      halt's maul, halts maul, halt das maul, haltet euer maul, haltet das maul, haltets maul, halt endlich dein maul,
      halt endlich das maul, maul halten, halt einfach dein maul, halt einfach das maul, halt mal dein maul,
      stopf dein maul, dumme sau, dummen sau, blöde sau, fette sau, faule sau, geile sau, perverse sau, alte sau,
      miese sau, dreckige sau, elende sau, linke sau, hässliche sau, du sau, ihr säue, du schwein, ihr schweine,
      dreckiges schwein, dreckige schweine, fettes schwein, mieses schwein, elendes schwein, perverses schwein,
      mieser hund, dreckiger hund, elender hund, dreckige ratte, dreckige ratten, du ratte, stück dreck,
      dreckiges stück, mieses stück, fette qualle, hässliche kröte, fahr zur hölle, fahrt zur hölle, zur hölle fahren,
      zur hölle mit dir, scher dich zum teufel, schert euch zum teufel, geh sterben, geh verrecken, kinder ficker,
      mutter ficker, ziegen ficker, esel ficker, leck eier, leck meine eier, lutsch meine eier, dreckige hure,
      dreckige schlampe, dreckige nutte
    `,
  },
  // Slurs.
  {
    severity: 'extreme',
    category: 'slur',
    everywhere: true,
    infixes: 'schwuchtel judensau judensäu judenschwein kanakenpack ziegenfick kamelfick eselfick',
    prefixes: 'saujud drecksjud dreckjud schwuchtl',
    words: `
      schwuchtel/n schwuchtelig/a shwuchtel schwuhtel schwuchdel schwuchdeln kanake/n kanacke/n kannake/n kanackin
      kanakin kanakenkind/wer kanakenbande kanakensau/sau kanakenschwein/e judenpack judenhure/n judenbastard/e
      judenbalg judenbälger judenbengel judengesindel judendreck judenbrut judenratte/n judenfresse judenlümmel
      drecksneger dreckneger ziegenficker/er kamelficker/er eselficker/er schafficker/er tierficker/er hundeficker/er
      schweineficker/er kümmeltürke/n schlitzauge/n schlitzäugig/a spaghettifresser/er knoblauchfresser/er
      kampflesbe/n
    `,
    phrases: `
      dreckiger jude, dreckige juden, dreckige jüdin, verdammter jude, verdammte juden, stinkender jude,
      stinkende juden, dreckiger türke, dreckige türken, dreckiger ausländer, dreckige ausländer, dreckiger araber,
      dreckige araber, dreckiger moslem, dreckige moslems, dreckiger muslim, dreckige muslime, dreckiger zigeuner,
      dreckige zigeuner, dreckiger pole, dreckige polen, dreckiger schwuler, dreckige schwule, dreckige lesbe,
      dreckiger schwarzer, dreckige schwarze, dreckiger flüchtling, dreckige flüchtlinge, dreckige migranten,
      stinkende ausländer, stinkende flüchtlinge, verdammte ausländer, verdammte flüchtlinge
    `,
  },
  {
    severity: 'extreme',
    category: 'slur',
    words: `
      neger/s negern negerin negerinnen negerlein negerschlampe/n negerhure/n negerpack negerschwein/e negersau/sau
      negerarsch negerbastard/e negerbrut negerbande negergesindel negerweib/wer halbneger quotenneger hausneger
      alibineger sandneger buschneger wüstenneger bimboneger niggerin mongo/s vollmongo/s mongofresse mongokind
      mongogesicht/wer spast/e spasten spasti/s spasstie spastenkind spastie/s vollspast/e vollspasten vollspasti/s
      oberspast/e spacko/s spacken spackn spackig/a spacki/s vollspacko/s vollspacken behindi/s behindie/s downie/s
      krüppel/s krüppeln drecksbehinderter drecksbehinderte hirnkrüppel transe/n drecktranse/n dreckstranse/n
      transenfotze/n transenschwein/e tunte/n tuntig/a tuntenhaft/a schwuppe/n schwulette/n schwulibert/s schwuli/s
      schwulensau/sau schwulenschwein/e schwulenpack homosau/sau homoschwein/e homopack arschbandit/en analritter
      pofficker/er poficker/er lesbensau/sau lesbenfotze/n lesbenschlampe/n polacke/n polackin pollacke/n polackenpack
      polackensau/sau polensau/sau polenschwein/e polenpack itaker/er ithaker/er makkaronifresser/er katzlmacher
      tschusch/en tschuschenpack reisfresser/er hundefresser/er froschfresser/er dönerfresser/er kameltreiber/er
      kuffnucke/n muselpack muselsau/sau muselschwein/e moslemschwein/e moslemsau/sau moslempack muslimschwein/e
      islamschwein/e araberschwein/e arabersau/sau araberpack türkensau/sau türkenschwein/e türkenpack türkenfotze/n
      türkenhure/n türkenbrut ausländerpack ausländerschwein/e ausländersau/sau ausländerdreck ausländerbrut
      asylantenpack asylantenschwein/e asylantenbrut asylantensau flüchtlingspack flüchtlingsdreck
      flüchtlingsschwein/e migrantenpack zigeunerpack zigeunersau/sau zigeunerschwein/e zigeunergesindel
      dreckszigeuner/er drecksausländer/er dreckspole/n drecksrusse/n drecksaraber/er dreckstürke/n drecksmoslem/s
      drecksmuslim/s drecksasylant/en dreckspolacke/n russenschwein/e russensau/sau russenpack albanerpack
      afghanenpack syrerpack ölauge/n schwarzfresse/n judenknecht/e
    `,
    phrases: `
      verdammte schwuchtel, warme brüder, schwule sau, schwule säue, schwules schwein, lesbische sau, du behinderter,
      bist du behindert, voll behindert, ab in den busch, zurück in den busch, geh zurück in dein land,
      geht zurück in euer land, geh dahin zurück wo du herkommst
    `,
  },
  // Threats.
  {
    severity: 'extreme',
    category: 'threat',
    everywhere: true,
    phrases: `
      ich bring dich um, ich bringe dich um, ich bring euch um, ich bringe euch um, wir bringen dich um,
      wir bringen euch um, bring dich um, bring dich doch um, bringt euch um, ich bring euch alle um,
      ich bringe euch alle um, ich töte dich, ich töte euch, ich werde dich töten, ich werde euch töten,
      wir werden dich töten, wir werden euch töten, wir töten dich, ich werde dich umbringen,
      ich werde dich abstechen, ich mach dich kalt, ich mache dich kalt, wir machen dich kalt, ich mach dich tot,
      ich schlag dich tot, ich schlage dich tot, ich schlag dich zusammen, ich schlitz dich auf,
      ich schlitze dich auf, ich stech dich ab, ich steche dich ab, wir stechen dich ab, ich stech euch ab,
      ich knall dich ab, ich knalle dich ab, wir knallen dich ab, ich knall euch ab, ich erschieße dich,
      ich erschieß dich, ich erschlage dich, ich erwürge dich, ich reiß dir den kopf ab, ich schneid dir die kehle,
      ich schneide dir die kehle, ich hau dir in die fresse, ich schlag dir die fresse, ich hau dir auf die fresse,
      die fresse polieren, die fresse einschlagen, ich brech dir die knochen, ich breche dir alle knochen,
      ich vergewaltige dich, du sollst verrecken, ihr sollt verrecken, du wirst verrecken, verreck doch, verrecke du,
      verreck du, verreckt doch, verrecke elendig, soll verrecken, sollen verrecken, sollen alle verrecken,
      hoffentlich verreckst du, hoffentlich verrecken, häng dich auf, hängt euch auf, erhäng dich, erschieß dich,
      erschießt euch, spring vom dach, stirb endlich, stirb du, du wirst sterben, du sollst sterben,
      ihr werdet sterben, ihr sollt sterben, hoffentlich stirbst du, hoffentlich krepierst du, krepier endlich,
      krepier doch, ich weiß wo du wohnst, wir wissen wo du wohnst, ich weiß wo dein haus wohnt,
      wir wissen wo ihr wohnt, ich weiß wo ihr wohnt, gehörst aufgehängt, gehört aufgehängt, gehören aufgehängt,
      gehörst erschossen, gehört erschossen, gehören erschossen, gehören alle erschossen, gehört an die wand gestellt,
      gehören an die wand gestellt, an die wand gestellt gehören, gehörst vergast, gehört vergast, gehören vergast,
      gehören ins gas, gehört ins gas, ab ins gas, ins gas mit, vergasen sollte man, sollte man vergasen,
      sollte man erschießen, sollte man aufhängen, sollte man abknallen, abknallen sollte man, aufhängen sollte man,
      sollte man alle vergasen, sollte man alle erschießen, sollte man alle abknallen, gehört abgestochen,
      gehört abgeknallt, gehören abgeknallt, gehört totgeschlagen, tod den juden, tod allen juden, tod den schwulen,
      tod den muslimen, tod den ausländern, tod den kanaken, tod allen kanaken, an den galgen mit
    `,
  },
];
