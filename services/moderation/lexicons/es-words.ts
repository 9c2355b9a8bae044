import type { Group } from './source.ts';

/** Profanity, insults and sexual words of es.ts. */
export const ES_WORDS: readonly Group[] = [
  // Profanity and insults that are no word of another language.
  {
    severity: 'strong',
    category: 'profanity',
    everywhere: true,
    prefixes: 'mierd comemierd tragamierd cojonud acojon descojon encojon putamadr mecagoen cagoendi cagondi cagüen',
    words: `
      mierda/s mierdero/s mierdoso/o mierdecilla mierdón mierdas mierdita miarda mielda mrda mierdaa comemierda/s
      comemielda/s cojones cojonazos cojonudo/o cojonera cojonazo cojonudamente acojonante/s acojonado/o descojone
      descojono acojono carajo/s karajo carajazo putamadre putamadres reputamadre recontraputa reputísima reputísimo
      putísima putísimo jodidamente jodido/o jodienda/s mecagoenlaputa mecagoendios mecagoentodo mecagoen mecagondios
      cagondios cagoendios cagüendios chingadera/s chingadazo/s chingatumadre rechingada chingamadre chingaquedito
      conchasumadre conchatumadre conchetumadre conchetumare conchatumare conchadetumadre conchadesumadre conchetumay
      contumadre concha-tu-madre reconchatumadre chuchetumare chuchetumadre chuchatumadre chuchesumadre coñoemadre
      coñoetumadre coñodetumadre coñodemadre coñuetumadre mecaguen mecaguendios
    `,
    phrases: `
      me cago en, recontra puta madre, puta que los parió, puta que lo parió, puta que me parió, re puta madre,
      concha de la madre, concha de la lora, concha de su hermana, hijo d puta, hijos d puta, hijo dputa,
      hijo de la pta, hijo de pta, estoy hasta los huevos, estamos hasta los huevos, hasta los huevos de,
      hasta los mismísimos huevos, de los huevos tienes, chinga tu reputa madre, reputa madre que te parió,
      culo de mierda, te voy a dar por culo, vaya mierda, menuda mierda, pura mierda, puta bida,
      hijos de su puta madre, y un cojón, y unos cojones, tiene cojones, sin cojones, ándate a la chucha,
      ándate a la concha, ándate a la conchetumadre, mandar a la mierda, se va a la mierda, váyase a la mierda,
      vayan a la mierda, vayanse a la mierda, vete a la puta mierda, vete a la vrga, vayan a la verga,
      váyanse a la verga, vas a chingar a tu madre, ve a chingar a tu madre, vayan a chingar a su madre,
      a chingar a su madre, culo roto, te rompo el culo, te rompieron el culo, saco de weas, saco wea, saco de hueas,
      pico pal que lee, la tenés adentro, la madre que me parió, tu puta vida, ostia puta, hijo de la tiznada,
      cara de chimba, cara de monda, vale monda, cabeza de güevo, cabeza de huevo hijo, cara e verga, eres un capullo,
      menudo capullo, pedazo de capullo, capullo de mierda, vaya capullo, sois unos capullos, son unos capullos,
      puto capullo, y una polla, una polla como, comer una polla, comerme una polla, comerse una polla,
      comeme una polla, me cagüen, nos cagamos en, cagarse en, cagarme en, me cagaba en, cago en dios, cago en la,
      cago en tu, cago en todo, cago en tus muertos, tus muertos pisoteados, tus putos muertos, puta madre,
      puta mierda, puta vida, puto asco, puta la wea, puta que te pario, la madre que te parió, la madre que lo parió,
      la madre que los parió, la madre que os parió, que te re parió, la re puta, la reconcha, la gran puta,
      ni puta idea, ni puto caso, de mierda, a la mierda, a la mierd, vete a la mierda, vete a la m,
      váyanse a la mierda, idos a la mierda, iros a la mierda, andate a la mierda, come mierda, comed mierda,
      coma mierda, coman mierda, ni mierda, hecho mierda, vete a cagar, a cagar, andá a cagar, anda a cagar,
      iros a cagar, vayan a cagar, me cago, te cagas, al carajo, un carajo, del carajo, qué carajo, vete al carajo,
      váyanse al carajo, irse al carajo, hasta los cojones, de los cojones, por cojones, manda cojones, qué cojones,
      manda huevos, por mis huevos, me sale de los huevos, me toca los huevos, tocar los huevos, tocando los huevos,
      tocas los huevos, me importa un huevo, me chupa un huevo, chupame un huevo, me chupan un huevo,
      chúpame los huevos, chupa mis huevos, cómeme los huevos, lámeme los huevos, mi santo coño, coño de tu madre,
      coño de la bernarda, coño de su madre, coño e su madre, coño e tu madre, me sale del coño, concha de tu madre,
      concha de su madre, concha tu madre, concha su madre, concha e tu madre, concha de tu hermana, concha tu mare,
      conche tu madre, conche su madre, chucha de tu madre, chucha tu madre, a la chucha, chinga tu madre,
      chingas a tu madre, chinga a tu madre, chingue a su madre, chinguen a su madre, chinga su madre,
      chingar a tu madre, chinga tu perra madre, chinga tu puta madre, chinga tu mare, chinga tu ma, chinguesu madre,
      xinga tu madre, chinga tus, a la chingada, de la chingada, me lleva la chingada, vete a la chingada,
      hijo de la chingada, hijos de la chingada, hijo de tu chingada madre, hijo de su chingada madre,
      vete a la verga, a la verga, a la berga, a la vrg, valer verga, vale verga, vales verga, valgo verga,
      me vale verga, me vale vrg, me vale berga, valió verga, ni verga, la verga que, chupa verga, chupa la verga,
      come verga, mamar verga, mama verga, mucha verga, por la verga, que te den por culo, que te den por el culo,
      que les den por culo, que os den por culo, dar por culo, dando por culo, dar por el culo, a tomar por culo,
      tomar por culo, toma por culo, por el culo, con el culo, lamer el culo, lameme el culo, bésame el culo,
      besa mi culo, metetelo por el, métanselo por el, te lo metes por el, no me jodas, no jodas, no jodan, no jodáis,
      que te jodan, que se jodan, que os jodan, que os follen, que te follen, que le follen, que les follen,
      fóllate a tu madre, me follo a tu madre, me follé a tu madre, me cogí a tu madre, me cojo a tu madre,
      me culié a tu madre, hostia puta, puta hostia, de la hostia puta, cágate en, hasta la polla, hasta las pelotas
    `,
  },
  {
    severity: 'strong',
    category: 'insult',
    everywhere: true,
    infixes: 'hijueput hijoeput hijodeput',
    prefixes: `
      gilipoll gilipoy jilipoll jilipoy agilipoll gilipuert cabron cavron encabron hijueput hijoput hijaput hijoeput
      hijodeput hijadeput hijosdeput hijuepu ijueput ijoput ijodeput jijueput pendej pndej apendej soplapoll chupapoll
      comepoll chupaverg mamaverg comeverg chupapij comepij chupacul soplagait caraverg mamahuev mamagüev mamawev
      mamapij comeping
    `,
    words: `
      gilipollas gilipolla gilipollez/z gilipollada/s jilipollas jilipolla jilipollez/z gilipoyas jilipoyas
      gilipuertas giliputas gilipijas gilipichis gilipollesco agilipollado/o hijueputa/s hijoputa/s hijaputa/s
      hijoeputa/s hijodeputa/s hijodputa hijodepta hijodlagranputa hijodelagranputa hijosdelagranputa hijosdeputa
      hijadeputa hijoputez hijueputica hijueputada/s hijuepucha ijueputa ijoputa ijodeputa ijoeputa jijueputa
      jueputa/s joeputa joputa/s hideputa/s hijodetuputamadre hijoepu hijuemadre cabrón/on cabronada/s encabronado/o
      encabronar/ar cavron/es kavron kbron/es cbron cbrn cabronsísimo cabronísimo pendejo/od pendejada/s pendejete
      pendejísimo pendexo pndjo pndja pndejo/o apendejado/o pendejear pendeja malparido/o malparidez malnacido/o
      comepinga/s comepingas comepollas comepijas comevergas chupapollas chupavergas chupapijas chupapitos chupaculos
      soplapollas soplapolleces soplagaitas mamaverga/s mamavergas mamahuevo/s mamahuevazo mamagüevo/s mamaguevo/s
      mamaguebo/s mamawebo/s mamabicho/s mamapinga/s mamapollas mmgv mmgvo mmhv carepicha caraverga/s careverga/s
      caraeverga caremonda carepija carechimba carapolla/s caraepicha carapicha lameculos lamepollas lamehuevos
      lambehuevos lameverga lamevergas lambeculos tocapelotas tocahuevos tocacojones tocapollas rompehuevos
      rompepelotas rompebolas hinchapelotas hinchahuevos hinchabolas calientapollas calientapijas calientahuevos
      calientavergas huelepedos huelebicho huelepingas follamadres follaperros follacabras follaburras tontopollas
      tontolculo tontolpijo pichafloja pijafloja pollaboba pelotudo/od pelotudez/z pelotudeces conchudo/o huevonazo
      huevonada/s ahuevonado/o aweonado/o aweonao aweonaos agüevonado/o conchetumadre culiao/s culiado/o culiaos
      kuliao kuliado pajúo pajúa puñetero/o
    `,
    phrases: `
      hijo de puta, hijos de puta, hija de puta, hijas de puta, hijo de putas, hijo de p, hijo e puta, hijos e puta,
      hijo e puto, hijo la puta, hijo de la puta, hijo de una puta, hijo de la gran puta, hijos de la gran puta,
      hijo de mil putas, hijos de mil putas, hijo de las mil putas, hijo de tu puta madre, hijo de su puta madre,
      hijo de tu putísima madre, hijo de tu pinche madre, hijo de su pinche madre, hijos de su pinche madre,
      hijo de remil putas, hijo de perra, hijos de perra, hija de perra, hijo de la gran perra, hijo de la verga,
      hijo puta, hijos putas, ijo de puta, hijo de pvta, hijo de la grandísima, hijo de zorra, hijo de la chingada,
      hijo de tu chingada, hijos de la chingada, hijo de cien mil putas, mal parido, mal parida, mal nacido,
      mal nacidos, pedazo de mierda, montón de mierda, cara de culo, cara de verga, cara de pija, cara de polla,
      cara de mierda, carita de culo, cabeza de verga, tonto del culo, tonta del culo, tontos del culo,
      tonto de los cojones, tonto del nabo, tonto los cojones, tonto la polla, lame culos, lame huevos, come pollas,
      chupa pollas, chupa pijas, chupa culos, chupa vergas, traga sables, chupame la, chúpame el, chúpame esta,
      cómeme la, cómeme el, cómeme los, cómanme los, me la chupas, me la pelas, me la agarras, me la mamas,
      me la pueden chupar, que me la chupen, que me chupe la, mámame la, me chupa la pija, me chupan la pija,
      me importa una mierda, me la suda, me la refanfinfla, me suda la polla, me suda el coño, me la trae floja,
      me come la polla, sos un forro, forro de mierda, forra de mierda, forro hijo, gil de mierda, gordo de mierda,
      vieja de mierda, sorete de, sarta de pelotudos, pinche puto, pinches putos, pinche puta, pinches putas,
      pinche pendejo, pinches pendejos, pinche pendeja, pinche culero, pinches culeros, pinche cabrón,
      pinches cabrones, pinche idiota, pinches idiotas, pinche madre, pinche vieja, pinches viejas, pinche gente,
      pinche gobierno, pinche naco, pinches nacos, pinche mierda, pinche joto, pinche perra, pinche zorra,
      pinche ratero, pinches rateros, pinche estúpido, pinche imbécil, pinche wey, pinche güey, pinche mamón,
      pinche basura, maldita zorra, maldita perra, maldita puta, maldito hijo, malditos hijos, puta zorra, puta perra,
      sucia zorra, sucia perra, sucia puta, zorra asquerosa, perra asquerosa, perra inmunda, perra sucia,
      perra barata, zorra barata, zorra inmunda, eres una zorra, eres una perra, sos una perra, son unas zorras,
      pedazo de zorra, menuda zorra, vaya zorra, simple zorra, panda de zorras, eres una guarra, menuda guarra,
      putón verbenero, sos una yegua, eres una golfa, vieja zorra, perra maldita, gonorrea hijueputa, qué gonorrea,
      esa gonorrea, esta gonorrea, gran gonorrea, triple hp, triple hijueputa
    `,
  },
  // The same, but words of other languages too.
  {
    severity: 'strong',
    category: 'profanity',
    words: `
      puta/s puto/od porculero/o putanga/s putiza/s singao/s resingao resingado/o caraculo/s caraculos verguear/ar
      crica/s ñonga/s petera/s petero/s conchaza sacowea/s sacohuea/s puteo/s puterío/s putería/s puteada/s putear/ar
      putero/o putañero/o puticlub/s puticlubes putada/s putarraco putarraca/s putángano emputado/o emputar/ar
      emputecido/o putesco putete putota/s putiferio putoncillo joder/er jodedor/or jodón/on joer jodr jdr jodeputa
      culo/s culazo/s culito/s culón/on culamen culear/ar culeador/or culiar/ar culero/od culerada/s culea culiá
      culiadazo cagar/gar cagada/s cagón/on cagadón cagalera/s cagadera/s cagueta/s caguetas recagar/gar recagado/o
      cagajón cojón coñazo/s coñete chingar/gar chingada/s chingón/on chingonería/s chingao/s chinguero chinguetumadre
      chngada chngar verga/s vergazo/s vergón/on vergudo/o vergota/s verguero vergueada/s verguiza vergatario vrg vrgs
      alv ptm pinga/s pingudo/o pichula/s pichulón poronga/s porongón garcha/s garchar/ar cerote/s ojete/s ojetada/s
      ojetazo sorete/s zurullo/s puñeta/s puñetón carajada/s mamada/s mamón/on mamonazo mamonada/s mamonería mamonear
      huevón/on güevón/on webón/on hueón hueona hueones gevón wevón/on huevada/s webada/s wevada/s güevonada/s
      cojudo/o cojudez/z qlo qla qlos qliao qliaos ctmr csmr rctm lpmr tmr pndj mrd pajero/o pajillero/o pajear/ar
      pajeo pajote pajota pajerazo pirobo/o singar/gar hdp hdps hdpt hdlgp hdtpm hdspm hdsptm hpta hptas lptm lptmqlp
      lptmqtp lpmqtp lpmqlp lpqtp lpqlp lrptm lrctm lcdtm ptmr vrga vrgas singón/on singadera desgraciahijo
    `,
  },
  // An accent makes the difference: a cone is no vulgar word.
  // On Spanish pages many leave the tilde of this one out; the exceptions know the cones.
  { severity: 'strong', category: 'profanity', words: 'coño' },
  {
    severity: 'strong',
    category: 'profanity',
    accents: 'required',
    everywhere: true,
    words: 'coño/s coñito/s encoñado/o',
  },
  {
    severity: 'strong',
    category: 'insult',
    words: `
      bastardo/o imbécil/es comecoños comechochos comeculos comehuevos tragapollas tragavergas tragapijas lamecoños
      pisapollas culorroto/o rompeculos rompeortos chupaortos tarado/o taradito tarada/s furcia/s ramera/s
      pelandusca/s mujerzuela/s putilla zorrón zorrona zorrones zorrita/s zorrupia/s guarrilla/s guarrindonga/s
      perraca/s calientabraguetas cortapichas capullazo agilao gilún huelebraguetas mamacallos lameortos guaricha/s
      trolaza sapohijueputa feminazi/s hijueperra/s conchasuma chupamela chupamelas tontopito caremierda caramierda
      caraemierda caremondá soplanabos soplamingas tragalefa tragaleches
    `,
  },
  // What is said of bodies and acts.
  {
    severity: 'strong',
    category: 'sexual',
    everywhere: true,
    prefixes: 'follamig',
    words: `
      chúpamela chúpenmela chupármela chupártela chúpatela chúpala chúpalo chúpame chúpasela chupársela chúpenla
      mámamela mámala mámame mamármela mamártela mamársela cómemela cómeme comémela comérmela comértela metérsela
      metértela métemela métesela follármela follador/or follada/s follable/s follamigo/o follaera follódromo mamadón
      tetona/s tetotas tetazas tetorras tetuda/s culazos enculada/s enculador/or chochete chumino/s potorro/s pollón
      pollones pollazo/s pollaza/s
    `,
    phrases: `
      mi polla, tu polla, su polla, mis pollas, y una polla, polla gorda, polla grande, polla enorme, polla dura,
      comer pollas, comer polla, chupar pollas, chupar polla, comerme la polla, comerte la polla, chuparme la polla,
      chúpame la polla, cómeme la polla, chupa la polla, come la polla, la polla en vinagre, pollas en vinagre,
      qué pollas, ni qué pollas, polla vieja, me cago en tu polla, la polla dura, me salga de la polla,
      sale de la polla, sudar la polla, suda la polla, meter la polla, meto la polla, métete la polla,
      metido la polla, hacerse una paja, hacerte una paja, hacerme una paja, hacer una paja, haciéndose una paja,
      haciéndose pajas, hazte una paja, hazte pajas, se hace pajas, me hago una paja, se hacía pajas,
      una paja pensando, hacerse pajas, hacerme pajas, haciendo pajas, haz pajas, se hace la paja, hacerse la paja,
      echar un polvo, echarle un polvo, echarte un polvo, echamos un polvo, echan un polvo, echó un polvo,
      mal follada, mal follado, mal folladas, mal follados, mal cogida, mal cogidas, malfollada, malfollado,
      mal culiada, bien follada, bien cogida, me corro en tu, correrse en tu, correrme en, lefa en la, chupar la pija,
      chúpame la pija, chupa la pija, chúpame el pico, chupa el pico, chúpame la pinga, chupa la pinga, mi pija,
      tu pija, pija en el, la pija dura, cómeme el nabo, cómeme el rabo, chúpame el rabo, chupa el nabo,
      chúpame el nabo, cómeme el bicho, chúpame el bicho, como el orto, para el orto, del orto, tu orto, mi orto,
      en el orto, por el orto, rómpete el orto, romper el orto, chúpame el orto, cara de orto, te rompo el orto,
      lavate el orto, me lo paso por el forro, me paso por el forro, por el forro de los cojones, me la pone dura,
      se me pone dura, te la meto, te la voy a meter, ábrete de piernas, chocho peludo, tu chocho, mi chocho,
      comer el chocho, chocho mojado, comer la almeja, comerte la almeja, comer chocho, comerse un chocho, tu panocha,
      chupar panocha, tus tetas, buenas tetas, enseña las tetas, enséñame las tetas, tetas gordas, tetas operadas,
      vaya tetas, qué tetas, te cogería toda, te cogería duro, cogérmela toda, ganas de cogerte, me la cogí,
      me la cogería, me la cojo, cogerse a tu, cogerme a tu, se coge a su, se cogió a tu, cógeme duro,
      te voy a coger duro, andate a coger, cogelona
    `,
  },
  {
    severity: 'strong',
    category: 'sexual',
    words: `
      follar/ar follador/or lefa/s lefazo/s chochazo culeada/s enculado/o encular/ar mamerla teticas tetazas pezonazos
      cachondona panochita/s panochón cogelón/on cogedora/s pichabrava pichacorta vergacorta nabazo vergoncito
      culofollado
    `,
  },
];
