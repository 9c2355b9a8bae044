import { DE_INSULTS } from './de-insults.ts';
import type { LanguageSource } from './source.ts';

/** German. See fr.ts for what the severities do. Umlauts may be written ae, oe, ue, or without their dots. */
export const DE: LanguageSource = {
  lang: 'de',
  inflections: {
    /** Fotze, Fotzen; Kanake, Kanaken */
    n: { on: '- n' },
    /** Spasti, Spastis */
    s: { on: '- s' },
    /** Idiot, Idioten */
    en: { on: '- s en' },
    /** Wichser, Wichsers, Wichsern, Wichserin, Wichserinnen */
    er: { on: '- s n in innen' },
    /** Bastard, Bastards, Bastarde, Bastarden, Bastardes */
    e: { on: '- s es e en' },
    /** Drecksweib, Drecksweiber, Drecksweibern */
    wer: { on: '- s es er ern' },
    /** Fettarsch, Fettärsche */
    arsch: { off: 'arsch', on: 'arsch arschs arsches arsche ärsche ärschen' },
    /** Drecksau, Drecksäue, Drecksauen */
    sau: { off: 'sau', on: 'sau säue säuen sauen' },
    /** Drecksack, Drecksäcke */
    sack: { off: 'ack', on: 'ack acks ackes acke äcke äcken' },
    /** Dummkopf, Dummköpfe */
    kopf: { off: 'kopf', on: 'kopf kopfs kopfes kopfe köpfe köpfen' },
    /** idiotisch, idiotische, idiotischer, idiotischste … */
    a: { on: '- e er es en em ere eren erer eres ste sten ster stes' },
    /** kotzen, kotze, kotzt, kotzte, kotzend … */
    v: {
      off: 'en',
      on: 'en e st t te test ten tet end ende ender enden endes er ern erei',
    },
  },
  respellings: [
    [/ä/g, 'ae'],
    [/ö/g, 'oe'],
    [/ü/g, 'ue'],
    [/chs/g, 'x'],
    [/ck/g, 'k'],
  ],
  vForU: true,
  groups: [
    // Known everywhere: long words, and no word of another language.
    {
      severity: 'strong',
      category: 'profanity',
      everywhere: true,
      infixes: 'scheiss geschissen arschloch arschlöch arschgesicht arschgeig arschkriech',
      prefixes: 'beschissen verschissen verarsch',
      words: `
        scheiße scheise scheisze schaisse schaise scheizze scheize sheisse scheis schaiss shaisse shice schice sheiss
        schiisse schiissdräck schissdräck schaisze schaiße arsch/arsch arschkarte/n arschlecker/er oaschloch
        oaschlöcher orschloch aaschloch arshloch arschlohc aschloch aschlöcher arschlock arschlocher beschiss
      `,
      phrases: `
        leck mich am arsch, leckt mich am arsch, leck mi am arsch, leck mich doch am arsch, leckt mich doch am arsch,
        leck meinen arsch, kannst mich am arsch lecken, können mich am arsch lecken, am arsch vorbei,
        am arsch der welt, in den arsch kriechen, in den arsch treten, in den arsch ficken, den arsch aufreißen,
        du arsch, heilige scheiße, verdammte scheiße, stück scheiße, haufen scheiße, ach du scheiße
      `,
    },
    // The same, where German is spoken.
    {
      severity: 'strong',
      category: 'profanity',
      prefixes: `
        arsch oasch kack abkack ankack bekack einkack gekack angekack vollkack vollgekack rumkack verkack zukack piss
        anpiss bepiss einpiss gepiss angepiss eingepiss vollpiss vollgepiss verpiss kotzbr ankotz abkotz auskotz
        bekotz gekotz angekotz ausgekotz vollkotz vollgekotz rumkotz
      `,
      words: `
        oarsch orsch ärsche ärschen arschig/a lmaa leckmi leckmichamarsch aloch alöcher a-loch pissarsch/arsch
        fettarsch/arsch lahmarsch/arsch dummarsch/arsch blödarsch/arsch dreckarsch/arsch drecksarsch/arsch
        affenarsch/arsch leckarsch/arsch klugarsch/arsch weicharsch/arsch knackarsch/arsch hängearsch/arsch
        riesenarsch/arsch naziarsch/arsch nacktarsch/arsch kackarsch/arsch vollarsch/arsch lahmarschig/a fettarschig/a
        dummarschig/a kaltarschig/a erbsenkacker/er geldkacker/er kotze kotzen/v kotzig/a kotzbrocken kotzbrockens
        kotzübel kotzerei kotzlangweilig/a kotzhässlich/a kotzfresse/n kotzkübel gschissen gschissene gschissener
        gschissenes gschissn schissen anschiss verschiss dünnschiss gottverdammt/a dünnpfiff hosenschisser/er
        furzgesicht/wer furzknoten hirnfurz hirnfürze saudreck mistdreck abgefuckt/a gefuckt abfucken vollgefuckt
        verfuckt/a abfuckt fuckt abfuck
      `,
      phrases: `
        zum kotzen, zum kotz, verdammt noch mal, verdammt nochmal, kotz ab, könnte kotzen, nur noch kotzen,
        geh kacken, geht kacken, kack drauf, piss dich, verpiss dich, verpisst euch, verpissen sie sich, a loch,
        wie arsch
      `,
    },
    // What is said of bodies and acts.
    {
      severity: 'strong',
      category: 'sexual',
      words: `
        titte/n tittchen tittenfick/e hängetitten silikontitten riesentitten moese moesen pimmel pimmels pimmeln
        pimmelchen wichsen wichst wichsend wichserei gewichse abwichsen abgewichst rumwichsen vollgewichst hirnwichse
        wixe wixen wixxen wixxe wixt wixxt wichsvorlage/n wichsfleck/en wichsgriffel wichslappen schwanzgesteuert/a
        schwanzgeil/a notgeil/a dauergeil/a spermageil/a fickgeil/a analfick/e analficken mundfick/e mundficken
        gesichtsfick/e kehlenfick/e gruppenfick/e rudelfick/e rudelbums rudelbumsen dreilochstute/n spermaschlucker/er
        durchvögeln durchgevögelt rumvögeln rumgevögelt herumvögeln durchbumsen durchgebumst rumbumsen rumgebumst
        durchnudeln durchgenudelt schwanzlutschen muschilecken nippelficker/er muschisaft schwanzhure/n bückstück/e
        futlapperl fudlecker/er fotzig/a fotzn votzn
      `,
      phrases: `
        schwanz lutschen, schwanz lecken, schwanz blasen, schwanz lutscher, lutsch meinen schwanz,
        lutsch mein schwanz, lutsch schwanz, lutscht schwänze, meinen schwanz, mein schwanz, meinem schwanz,
        harten schwanz, harter schwanz, steifen schwanz, geilen schwanz, deinen schwanz, schwänze lutschen,
        muschi lecken, deine muschi, nasse muschi, feuchte muschi, enge muschi, rasierte muschi, blas mir einen,
        mir einen blasen, ihm einen blasen, dir einen blasen, einen geblasen, einen runterholen, einen runter holen,
        einen runtergeholt, hol dir einen runter, holt sich einen runter, ficki ficki, geiles luder, warmer bruder
      `,
    },
    { severity: 'strong', category: 'slur', accents: 'own', words: 'tucke/n' },
    { severity: 'strong', category: 'sexual', accents: 'required', words: 'möse mösen gevögelt gevögelte' },
    ...DE_INSULTS,
    // Rude, not worse: remembered.
    {
      severity: 'mild',
      category: 'insult',
      words: `
        idiot/en idiotin idiotinnen idiotisch/a trottel/s trotteln trottelig/a depp/en deppert/a dorfdepp/en
        dorftrottel volldepp/en dummkopf/kopf schwachkopf/kopf hohlkopf/kopf knallkopf/kopf strohkopf/kopf
        holzkopf/kopf schafskopf/kopf blödmann blödmänner blödian/e dussel dummbeutel dumpfbacke/n dummschwätzer/er
        hirni/s hirnlos/a honk/s dödel armleuchter flachzange/n pappnase/n spinner/er penner/er mistkerl/e
        schweinehund/e schweinepriester schweinebacke/n sauhund/e lump/en lumpenpack gesindel gesocks geschmeiß
        abschaum schwachsinnig/a dämlich/a saudumm/a strunzdumm/a strohdumm/a stinkdumm/a saublöd/a bescheuert/a
        bekloppt/a behämmert/a beknackt/a verblödet/a asozial/a assi/s asi/s proll/s schmarotzer/er heuchler/er
        hinterfotzig/a schleimer/er labertasche/n wappler tussi/s zicke/n luder luders emanze/n weichei/wer
        schlappschwanz schlappschwänze memme/n hampelmann verdammt/a verflucht/a himmelherrgott sakrament zefix
        kruzifix kruzitürken gopferdammi gopfertami gopfverdammi bratze/n fratze/n drecks hässlon volksschädling/e
        pädo/s köterrasse eierkopf/kopf saubande intelligenzallergiker/er hirntoter furz/e furzen furzt gefurzt fürze
        scheibenkleister schiss rotzgör/en rotzfrech/a drecksarbeit dreckszeug piefke/n nafri/s asylant/en
        scheinasylant/en sozialschmarotzer/er asylschmarotzer/er saupreiß/en volksverräter/er vaterlandsverräter/er
        lügenpresse mannweib/wer kretin/s acab puffmutter stricher/s seckel schafseckel schofseckel tubel saucheib
        geil/a geilheit korinthenkacker
      `,
      phrases: `
        schnauze voll, dumme kuh, blöde kuh, dumme gans, blöde gans, dumme ziege, blöde ziege, dumme nuss, dumme pute,
        alte schachtel, alter sack, klappe halten, halt die klappe, haltet die klappe, zum teufel, zur hölle,
        leck mich, kannst mich mal, arsch mit ohren, dumm wie brot
      `,
    },
    // Words with an innocent meaning.
    {
      severity: 'strong',
      category: 'sexual',
      homonym: true,
      words: `
        schwanz schwänze muschi/s bumsen bumst bumste gebumst vögeln vögelt vögelte poppen gepoppt wichse wichs
        wichste gewichst möpse abspritzen abgespritzt fut nille fotzenspiel fresse
      `,
    },
    {
      severity: 'strong',
      category: 'slur',
      homonym: true,
      words: `
        zigeuner/er kanak/s bimbo/s fidschi/s kaffer kaffern muselmann muselmanen muselmänner mohr mohren mongoloid/a
        spastiker/er itzig musel/s japse/n untermensch/en hinterlader katzelmacher rothaut rothäute hurerei hurenkind
        hurenkinder
      `,
      phrases: 'juden raus, ausländer raus, türken raus, flüchtlinge raus, sieg heil, heil hitler',
    },
  ],
  exceptions: {
    words: `
      arschin arschine arschinen ficksche ficksches fickschen fickscher pissau pissos pissoir/s pissoire pissoiren
      pissarro/s fotzelschnitte/n fickmühle/n
    `,
    prefixes: `
      kakte kackert fickenhof pissour pissarr fickle fickert
      fickeis fickel pissalad arschak arschawin arschbomb kirscheis frischeis
    `,
    phrases: `
      arsch huh, adolf fick, august fick, fick'sche, fick'sches, fick'schen, fick'scher, gemeinde kotzen,
      kotzen im havelland, von ficker, ludwig von ficker, julius von ficker, rudolf von ficker, heinrich von ficker,
      judensau relief, wittenberger judensau, relief der judensau, sogenannte judensau, sogenannten judensau,
      judensau an der, judensau am, judensau plastik, schmähplastik judensau, darstellung der judensau,
      motiv der judensau, huso huso, zum krüppel, mongo db, innerer schweinehund, inneren schweinehund
    `,
  },
  innocentIn: {
    nl: 'fikken fikst',
    sv: 'fiken',
    da: 'fikst fiken',
    no: 'fikst fiken',
    nb: 'fikst fiken',
    fr: 'kanake',
  },
  starred: 'scheise arschloch hurensohn schlampe fotze wichser schwuchtel',
  commonWords: `
    ab aber alle als also alt am an ans art arm arzt auf aus bad bald band bar bau bei bein beim berg bild bin bis
    bist blatt bleibt brot da damit dann das dass dem den denn der des die dir doch dort drei du durch eben ein eine
    einem einen einer eines er erst es etwa euch euer fach fahrt fall fast fest fisch frau frei fuhr fur ganz gar gas
    geht gibt gras gut hab habe haben halt hand hat hatte haus her hier hin hof hund ich ihm ihn ihr ihre im in ins
    ist ja jahr jede jetzt kam kann kein kind klar komm land lang lass laut los macht mal man mann mehr mein mich mir
    mit muss nach nah neu nicht nie noch nun nur ob oder ohne ort paar per rat rot ruf sagt satz schon sehr sein seit
    sich sie sind so sohn soll stadt statt tag tat teil tor tot tur um und uns unter viel vier vom von vor wald war
    warum was weg weil wem wen wenn wer wie will wir wird wo wohl wort zeit zu zug zum zur zwei
  `,
};
