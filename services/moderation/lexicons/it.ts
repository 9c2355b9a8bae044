import { IT_INSULTS } from './it-insults.ts';
import type { LanguageSource } from './source.ts';

/** Italian. See fr.ts for what the severities do. */
export const IT: LanguageSource = {
  lang: 'it',
  inflections: {
    o: { off: 'o', on: 'o a i e' },
    e: { off: 'e', on: 'e i' },
    /** coglione, cogliona, coglioni, coglione */
    ona: { off: 'e', on: 'e i a' },
    a: { off: 'a', on: 'a e' },
    /** mignotta, mignotte, mignottona, mignottella, mignottaccia … */
    dim: { off: 'a', on: 'a e ona one etta ette ella elle accia acce ina ine one oni azza' },
    /** frocio, froci, frocia, frocie */
    io: { off: 'io', on: 'io i ia ie' },
    iere: { off: 'e', on: 'e i a' },
    /** incazzare, incazzo, incazzi, incazzano, incazzato, incazzarsi, incazzarmi … */
    are: {
      off: 'are',
      on: `o i a iamo ate ano avo avi ava avamo avate avano ai asti ò ammo aste arono erò erai erà eremo erete eranno
        erei eresti erebbe eremmo ereste erebbero assi asse assimo assero ino iate ando andosi andoci andolo andola
        andomi andoti ante anti are ar ato ata ati ate arsi armi arti arci arvi arlo arla arli arle arne argli arcela
        arsela arselo arsene arcelo armelo armela artelo artela ati ami alo ala ali ale amelo amela atemi atevi atelo
        atela atene iamoci iamolo iamola`,
    },
    /** Its forms most used, of rarer verbs and those that a prefix finds besides. */
    ar: { off: 'are', on: 'are o a i iamo ate ano ato ata ati ava ando arsi armi arti arci ò' },
    /** fottere, fotto, fotti, fottuto, fottersi, fottiti, fottetevi … */
    ere: {
      off: 'ere',
      on: `o i e iamo ete ono evo evi eva evamo evate evano ei esti é ette ettero emmo este erono erò erai erà eremo
        erete eranno erei eresti erebbe eremmo ereste erebbero essi esse essimo essero a ano iate endo endosi endolo
        endola endoti endomi ere er uto uta uti ute ersi ermi erti erci ervi erlo erla erli erle ersene ersela ersi
        iti imi ilo ila ili ile itene etevi etemi etelo etela etevene iamoci iamolo iamocene utissimo utissima`,
    },
  },
  respellings: [
    [/c{1,2}h(?=[ei])|c(?=[aou])/g, 'k'],
    [/qu/g, 'k'],
    [/zz/g, 'tz'],
  ],
  vForU: true,
  groups: [
    // Known everywhere: no word of another language.
    {
      severity: 'strong',
      category: 'profanity',
      everywhere: true,
      infixes: 'vaffancul vafancul vaffankul',
      prefixes: `
        incazz rincazz affancul fancul affankul fankul sfancul cazzut cazzimm cazzeggi cazzon cagacazz cacacazz
        rompicazz scassacazz sticazz stocazz estocazz esticazz macheccazz grazialcazz rincoglion minchion smerd
      `,
      words: `
        cazzo cazzi cazzata/a cazzatina/a cazzatona/a cazzetto cazzetti cazzino cazzaccio cazzacci cazziare/are
        cazziatone cazziatoni cazziata/a cazzuto/o cazzutissimo cazzone/ona incazzare/ar incazzatura/a incazzoso/o
        incazzatissimo/o rincazzare/ar scazzare/are scazzo scazzi stracazzo cazzoduro cazzomoscio cazzopiccolo kazzo
        kazzi kazzata kazzate kazzone kazzuto kazzaro caxxo caxxi caxxata caxxate kaxxo kaxxi kaxxata cazzzo cazzzi
        checazzo checcazzo ecchecazzo eccheccazzo machecazzo colcazzo delcazzo uncazzo graziealcazzo incaxxato
        inkazzato/o inkaxxato cazzoo minchia/a minchiata/a minchiatina minchiona minchione minchioni minchiazza
        minchiate sminchiare/are scassaminchia rompiminchia cacaminchia minkia minkiata minkiate minkione minkioni
        vaffanculo vaffanculi affanculo fanculo vaffanc vaffancul vaffanciulo vafanculo vaffanqulo affanqulo fanqulo
        vaffankulo vffnculo sfanculare/ar sfanculata/a mandaffanculo mandareaffanculo coglione/ona coglionazzo/o
        coglioncello/o coglioneria/a coglionare/ar coglionata/a rincoglionire rincoglionito/o rincoglionimento
        rincoglioniti rompicoglioni rompicoglione rompicojoni scassacoglioni girocoglioni spaccacoglioni koglione
        koglioni merda/a merdina merdaccia merdoso/o merdosissimo merdata/a merdaio merdaiolo/o merdone merdoni
        smerdare/ar smerdata/a mmerda sputtanare/ar sputtanamento sputtanamenti sputtanata/a
      `,
      phrases: `
        che cazzo, del cazzo, col cazzo, un cazzo, al cazzo, sto cazzo, sti cazzi, 'sti cazzi, e sti cazzi,
        grazie al cazzo, cazzo vuoi, cazzo di cane, a cazzo di cane, cazzi tuoi, cazzi miei, cazzi amari, cazzi loro,
        cazzi vostri, cazzi suoi, fatti i cazzi tuoi, testa di cazzo, teste di cazzo, faccia di cazzo, facce di cazzo,
        rompere il cazzo, rotto il cazzo, rompi il cazzo, rompe il cazzo, non rompere il cazzo, porco cazzo,
        pezzo di merda, pezzi di merda, sacco di merda, sacchi di merda, testa di merda, faccia di merda,
        uomo di merda, gente di merda, di merda, mangia merda, mangiamerda, va a cagare, vai a cagare,
        andate a cagare, vacci a cagare, va fan culo, va a fare in culo, vai a fare in culo, vai affanculo,
        andate affanculo, andate a fare in culo, va a fanculo, ma vai a fanculo, va fa n culo, vaffa nculo,
        va ffanculo, fare in culo, farsi fottere, farmi fottere, farti fottere, fatti fottere, vai a farti fottere,
        andare a farsi fottere, rompere i coglioni, rompere i maroni, rotto i coglioni, rotto le palle,
        rompere le palle, rompi i coglioni, rompi le palle, rompono i coglioni, gira i coglioni, girare i coglioni,
        girano i coglioni, fuori dai coglioni, fuori dal cazzo, levati dai coglioni, levati dal cazzo,
        togliti dai coglioni, togliti dal cazzo, due coglioni
      `,
    },
    // The same, where Italian is spoken.
    {
      severity: 'strong',
      category: 'profanity',
      prefixes: 'scagazz scacazz culatton scoglion sputtan',
      words: `
        katso katsi katsata katsate immerdare/ar katzo katzi katzata katzate catso catsi catsata catzo catzi cazzaro
        cazzari cazzara cojone/ona cojonata/a cojonazzo cojonare/ar rincojonito/o kojone kojoni minghia vfc vffnc
        vfnc caghi caghiamo cagherà putana putane sucare sucate sucando sucano sucato puppami puppamelo nerchia
        nerchie ciolla ciolle socmel cacano cacando cacarsi cacarti vatteneaffanculo andateaffanculo ditalino culo
        culi culone/ona culoni kulo qulo kuli inculare/are inculata/a inculato/o inculatevi nculet paraculo/o
        paraculata/a paraculaggine leccaculo leccaculi leccaculismo baciaculo rottinculo rottoinculo rompiculo
        pigliainculo piglianculo culorotto inkulare/ar inkulato inkulata nculo ngulo cagare/are cagata/a cagone/ona
        cagasotto cagarella cacasotto cacare cacata/a cacato cacarella cacone/ona cagatina cagaminchia cagacoglioni
        scagare/are pisciare pisciata/a pisciato piscia piscio pisciando pisciarsi pisciarmi pisciasotto piscialetto
        piscione/ona pisciatoio pisciano pisciavo pisciava pisciarci pisciargli fottere/ere fottuto/o fottutamente
        fottutissimo fottitene strafottere strafotto strafotte strafottono strafottuto/o fica figa fighe figone ficona
        figona ficone fichetta fregna fregne fregnone/ona ficaccia sorca sorche pucchiacca puchiacca pucchiacche
        sticchio cunnu suca sucamelo sucami sucatemelo belinata/a belinone/ona abelinato/o abbelinato/o bastardata/a
        porcodio porcoddio porkodio porcodddio porcodiaz diocane diocan dioporco dioporko diomerda diobestia dioboia
        diomaiale dioladro diobastardo diostronzo dioserpente diofottuto dioinfame diocanaglia diocristo dioimpestato
        diolupo dioschifoso diolurido dioporcone diosuino infamedio luridodio maialedio boiadio canedio merdadio
        porconedio porcatroia porcaputtana porcapputtana porcoilclero madonnacagna madonnalurida madonnavacca
        vaccamadonna troiamadonna puttanamadonna luridamadonna dimerda demmerda demerda ammerda porcamadonna
        madonnaputtana madonnatroia madonnamaiala porcagiuda orcodio orcoddio orcodì porcoddì porcodì porcogesù
        porcocristo mannaggiaddio mannaggialamadonna mortacci mortaccitua mortaccisua mortaccivostra limortacci
        mortaccituoi sfaccimma sfaccimme sfaccimm chitemmuorto chitemmurt chitemmuort chitestramuort chitestramurt
        chitemmorto chitammuorto cazz czz czzo merdd
      `,
      phrases: `
        porco dio, dio porco, dio suino, boia dio, cane dio, bestia dio, merda dio, maiale dio, lurido dio,
        infame dio, porcone dio, lurida madonna, troia madonna, vacca madonna, puttana madonna, cagna madonna,
        madonna prostituta, porco il clero, fuori dalle palle, levati dalle palle, togliti dalle palle, dio cane,
        dio can, dio merda, dio bestia, dio boia, dio maiale, dio ladro, dio bastardo, dio stronzo, dio serpente,
        dio infame, dio fottuto, dio canaglia, dio schifoso, dio impestato, dio scannato, dio porcone, dio porchetto,
        dio lurido, dio negro, dio frocio, dio ebete, dio deficiente, dio pedofilo, dio drogato, dio puttana,
        dio cagnaccio, dio lercio, dio cornuto, porco il dio, porco quel dio, porco d'un dio, porco di un dio,
        quel porco di dio, porcaccio dio, porco iddio, porco d io, orco dio, orco can, porca madonna,
        porca la madonna, madonna porca, madonna puttana, madonna troia, madonna maiala, madonna zoccola,
        madonna ladra, madonna cagna, madonna vacca, madonna lurida, puttana la madonna, troia la madonna,
        quella troia della madonna, quella puttana della madonna, porco gesù, gesù porco, gesù cane, porco cristo,
        cristo porco, cristo cane, cristo merda, cristo bastardo, porco spirito santo, porca puttana, porca troia,
        porca merda, porca zoccola, porca mignotta, mannaggia a dio, mannaggia dio, mannaggia cristo,
        mannaggia la madonna, mannaggia al clero, mannaggia a cristo, mannaggia a chi t'è morto,
        mannaggia chi t'è muort, chi t'è muort, chi t'è morto, chi te muort, li mortacci, mortacci tua, mortacci tuoi,
        mortacci vostri, 'tacci tua, tacci tua, tacci vostra, tacci sua, in culo, nel culo, per il culo,
        faccia da culo, facce da culo, faccia di culo, faccia a culo, botta di culo, che culo, culo rotto,
        bucio di culo, buco di culo, buco del culo, pezzo di culo, rotto in culo, rotti in culo, mi stai sul cazzo,
        mi stai sulle palle, stare sul cazzo, sta sul cazzo, stanno sul cazzo, due palle così,
        non me ne frega un cazzo, me ne sbatto il cazzo, me ne fotto, me ne strafotto, chi se ne fotte, se ne fottono,
        se ne fotte, non me ne fotte, mezza sega, mezze seghe, seghe mentali, sega mentale, farsi una sega,
        farsi le seghe, farti una sega, fatti una sega, va in mona, vai in mona, andate in mona, va in figa, che mona,
        sei un mona, in mona a to mare, a soreta, a mammeta, fess e mammeta, fessa e mammeta, fessa di tua,
        va a dar via il culo, va a da via el cu, va a da via i ciap, dar via il culo, dare il culo, me cojoni,
        sti cojoni, esti cazzi, mavaffanculo, ma va a cagare, cu minchia, che minchia, testa di minchia,
        figlio di minchia, pezz e merda, piezz e merda, alla cazzo, a cazzo duro, cazzo duro, succhia cazzi,
        mangia cazzi, suca forte, suca la minchia
      `,
    },
    // What is said of bodies and acts.
    {
      severity: 'strong',
      category: 'sexual',
      prefixes: 'sborr sburr pompinar bocchinar spompin inchiappett leccafig leccafic succhiacazz ciucciacazz',
      words: `
        pompino pompini pompinaro/o pompinone pompinare spompinare/ar bocchinaro/o bokkinara pompinara sborra
        sborrare/ar sborrata/a sborrone/ona sborratina succhiacazzi succhiamelo succhiamela succhiatemelo
        succhiamicazzi ciucciamelo leccamela leccafiga leccafighe leccafica segaiolo/o segarolo chiavata chiavato
        chiavarti chiavarmi chiavarla chiavarlo chiavarsela chiavando chiavatore scopamica scopamico scopamici
        scopamiche scoparti scoparmela scoparmi scoparsela scoparsi scopami scopatemi scopabile trombamico trombamica
        trombamici trombarsi trombarmi trombarti trombarla trombarsela trombabile inchiappettare/ar zinne zinnona
        bocchinari arrapare/are arrapato/o arrapante infoiato/o ingoiatrice mungicazzi chiavabile inchiavabile
        arrapamento segarsi segarmi segarti ingroppare/ar sgrillettare/ar sbocchinare/ar sbocchinaro/o sborone
        sborona trombamiche gangbangata cazzoni
      `,
      phrases: `
        ti scopo, mi scopo, mi scoperei, ti scoperei, me la scopo, me la scoperei, si scopa tua, scopare tua,
        scopo tua madre, scopato tua madre, scoparmi tua, voglio scopare, vuoi scopare, mi tromberei, ti trombo,
        me la trombo, me la tromberei, trombare tua, fare un pompino, fammi un pompino, fa i pompini, fammi una sega,
        una bella figa, che figa, pezzo di figa, pezzo di fica, bella topa, leccare la fica, leccare la figa,
        leccami la, leccami il, leccami le palle, leccami i coglioni, succhiami il, succhiami le palle,
        succhiare il cazzo, succhia il cazzo, prendilo in bocca, prenderlo in culo, te lo sbatto in, ficcatelo nel,
        ficcatelo su per, sbattertelo in, rompo il culo, apro il culo, spacco il culo, ti faccio il culo,
        alla pecorina
      `,
    },
    ...IT_INSULTS,
    // Rude, not worse: remembered.
    {
      severity: 'mild',
      category: 'insult',
      words: `
        idiota idioti idiote idiozia cretino/o cretinata/a cretinetti imbecille/e scemo/o stupido/o stupidone
        deficiente/e demente/e mentecatto/o ebete/e babbeo babbei tonto/o fesso/o fessacchiotto/o citrullo/o grullo/o
        scimunito/o rimbambito/o rincretinito/o pirla pirlata fannullone/ona lazzarone/ona pezzente/e straccione/ona
        buzzurro/o cafone/ona zotico/o burino/o tamarro/o schifoso/o schifosamente lurido/o bavoso/o viscido/o
        sudicio/o infame/e carogna carogne vigliacco vigliacca vigliacchi farabutto/o mascalzone/ona canaglia/a
        furfante/e imbroglione/ona buffone/ona pagliaccio pagliacci sfigato/o mezzasega mezzeseghe testone/ona
        zuccone/ona ciccione/ona grassone/ona racchia racchie megera vecchiaccia zitellona zitellaccia pidocchioso/o
        leccapiedi leccapiede fregnaccia/a culetto culetti lecchino/o lecchini ruffiano/o cialtrone/ona somaro/o
        scorreggia scorregge scoreggia scoregge scorreggiare cacca cesso allupato/o assatanato/o sverginare
        slinguata/a goldone tarzanello rompimaroni pirlone/ona cacchio cazzarola cazzerola rompiballe rompipalle
        rompiscatole palloso/o figata/a strafigo/o gnocca gnocche maledetto/o dannato/o stramaledetto/o fascistello
        fascistone comunistello pidiota pidioti grullino/o piddino/o legaiolo/o crucco crucchi crucca mangiaspaghetti
        polentone/ona extracomunitaraccio bifolco bifolchi villano/o feccia gentaglia marmaglia plebaglia puzzone/ona
        deficentello/o deficente/e decerebrato/o truzzo/o
      `,
      phrases: `
        porca miseria, porca eva, porco giuda, porca vacca, porca paletta, sei un verme, siete feccia, porco zio,
        porco due, porco mondo, porca l'oca, dio bono, dio buono, dio santo, va al diavolo, vai al diavolo,
        va all'inferno, vai all'inferno, andate all'inferno, sei uno schifo, fai schifo, fate schifo, mi fai schifo,
        mi fate schifo, chiudi il becco, chiudi quella bocca, chiudi la bocca, che palle, che due palle,
        madonna santa, povero scemo, povera scema, brutta strega, vecchia strega
      `,
    },
    // Words with an innocent meaning.
    {
      severity: 'strong',
      category: 'sexual',
      homonym: true,
      words: `
        scopare scopato scopata scopate scopano scopava scopando trombare trombata trombate trombato trombati chiavare
        topa belino sveltina sveltine ammucchiata scappellare potta mussa succhiami ditalini bocchino bocchini patonza
        belin zinna vaffa strunz tdc pdm fdp ciulare ciulata pecorina tettona tettone
      `,
    },
  ],
  exceptions: {
    words: 'stronzio puttanesca puttanesche puttanesco fottorino',
    prefixes: `
      inculc incult inculturaz cazzott scazzott scazzamur cazzuol cazzascott cazzanig cazzull stronzian puttann
      fankult smerdis smerdiak smerdjak smerdyak
    `,
    phrases: `
      travestito da, travestita da, travestiti da, travestite da, cazza la randa, cazzare la randa, cazzo la randa,
      bastardi di pizzofalcone, bastardi senza gloria, fica d'india, isla negra, punta negra, perla negra,
      selva negra, costa negra, alessandro negri, filippo negri, fabio negri, davide negri, simone negri,
      matteo negri, federico negri, daniele negri, massimo negri, claudio negri, chiara negri, martina negri,
      giulia negri, rio negro, cerro negro, cabo negro, sierra negra, istituto negri, villa negri, via negri,
      de negri, negri bossi, negri sembilan, mario negri, toni negri, antonio negri, ada negri, pola negri,
      giulio negri, alberto negri, giovanni negri, gaetano negri, magda negri, luigi negri, guido negri, carlo negri,
      paolo negri, marco negri, anna negri, francesca negri, maria negri, stefano negri, andrea negri, luca negri,
      giuseppe negri, francesco negri, roberto negri, pietro negri, sergio negri, giorgio negri, franco negri,
      bruno negri, laura negri, elena negri, cesare negri, enrico negri, paola negri, silvio negri, attilio negri,
      san negro, del negro, dal negro, ovidio negri, black e negro, negro spiritual, negro spirituals,
      pasta alla puttanesca, un travestito da, dei travestiti da, i travestiti da, di travestiti da,
      questo travestito da, questi travestiti da, un ritardato pagamento, un ritardato versamento,
      un ritardato arrivo, un ritardato adempimento, un ritardato intervento, un ritardato invio,
      un ritardato rilascio, un ritardato deposito, un ritardato avvio, un ritardato inizio, una ritardata consegna,
      una ritardata diagnosi, una ritardata esecuzione, una ritardata comunicazione, una ritardata presentazione,
      una ritardata risposta, i ritardati pagamenti, i ritardati versamenti, dei ritardati pagamenti,
      dei ritardati versamenti, di ritardati pagamenti, di ritardati versamenti
    `,
  },
  starred: 'cazzo stronzo puttana coglione vaffanculo minchia troia frocio',
  commonWords: `
    a ad agli ai al alla alle allo anche anni anno appena aver avere ben bene bo c casa che chi ci cin co coi col come
    con cosa cosi cui da dai dal dalla dalle dallo dei del della delle dello deve di dopo dov dove due e ed ecco era
    eri essere fa fai fan far fare fatto fin fine fino fra gia giu gli ha hai han hanno ho i il in io la l le lei li
    lo loro lui ma mai mal man mano me meno mi mia mie mio molto ne nei nel nella no noi non nulla o ogni oggi ora ore
    pa pan par parte pe pen per pero piu po poco poi pre pro pur puo qua quei quel qui ra re sa se sei sempre senza si
    sia sino sol solo son sono sopra sotto sta stata stato ste sto su sua sue sui sul sulla suo ta tal te ti tra tre
    tu tua tue tuo tutti tutto un una uno va vai ve vi via vita vo voi
  `,
};
