import { ES_HATE } from './es-hate.ts';
import { ES_MILD } from './es-mild.ts';
import { ES_WORDS } from './es-words.ts';
import type { LanguageSource } from './source.ts';

/** Spanish of Spain and of Latin America. See fr.ts for what the severities do; the words are in the other files. */
export const ES: LanguageSource = {
  lang: 'es',
  inflections: {
    /** mierda, mierdas */
    s: { on: '- s' },
    /** imbécil, imbéciles */
    es: { on: '- es' },
    /** pendejo, pendeja, pendejos, pendejas */
    o: { off: 'o', on: 'o a os as' },
    /** The same with what makes it small or big: putito, putilla, putazo, putón */
    od: { off: 'o', on: 'o a os as ito ita itos itas illo illa azo aza azos azas ón ona ones onas ísimo ísima' },
    /** cagado, cagao, cagada */
    ado: { off: 'ado', on: 'ado ao ada á ados aos adas' },
    /** cabrón, cabrona, cabronazo, cabroncete */
    on: { off: 'ón', on: 'ón ona ones onas onazo onaza onazos oncete oncetes oncito oncita oncitos oncillo' },
    /** follador, folladora */
    or: { on: '- a es as' },
    /** gilipollez, gilipolleces */
    z: { off: 'z', on: 'z ces' },
    /** follar, folla, follaría, follarte, follándose, fóllame */
    ar: {
      off: 'ar',
      on: `
        ar o as a amos áis an é aste ó asteis aron aba abas ábamos aban aré arás ará aremos aréis arán aría arías
        arían e es emos éis en ara aras aran ase asen ando ado ada ados adas ao ad arme arte arse arlo arla arle arnos
        aros arlos arlas arles ármela ártela ársela ándome ándote ándose ándolo ándola ándonos ándolos ándolas ame ate
        ala alo alos alas amela atela enme ense enla enlo eme
      `,
    },
    /** cagar, cago, cague, cagarse, cágate */
    gar: {
      off: 'gar',
      on: `
        gar go gas ga gamos gáis gan gué gaste gó gasteis garon gaba gabas gábamos gaban garé garás gará garemos garán
        garía garías garían gue gues guemos guen gara garas garan gase gando gado gada gados gadas gao gad garme garte
        garse garlo garla garle garnos garos garlos garlas garles gármela gársela gándome gándote gándose gándolo
        gándola gándonos game gate gala galo gatela guense guese guenme
      `,
    },
    /** joder, jodo, jodería, joderte, jodiendo, jódete */
    er: {
      off: 'er',
      on: `
        er o es e emos éis en és í iste ió isteis ieron ía ías íamos ían eré erás erá eremos erán ería erías erían a
        as amos áis an iera ieras ieran iese iesen iendo ido ida idos idas ío ed erme erte erse erlo erla erle ernos
        eros erlos erlas erles iéndome iéndote iéndose iéndolo iéndola iéndonos iéndolos eme ete elo ela eos anse ase
        anme ámonos etela ámosle
      `,
    },
  },
  respellings: [
    [/c(?=[aoulr])/g, 'k'],
    [/qu(?=[ei])/g, 'k'],
    [/ll/g, 'y'],
  ],
  vForU: true,
  groups: [...ES_WORDS, ...ES_HATE, ...ES_MILD],
  exceptions: {
    words: 'cullera cagarria/s',
    prefixes: 'maricond chingach',
    phrases: `
      playa la concha, concha de san sebastián, cono norte, cono este, cono oeste, cono de tráfico, cono de helado,
      cono de nieve, cono de vainilla, cono de chocolate, cono de dulce de leche, cono de luz, cono de sombra,
      cono del silencio, cono de silencio, cono de papel, cono de señalización, cono de incertidumbre, cono volcánico,
      cono de ceniza, cono de cenizas, cono aluvial, cono truncado, cono invertido, cono monumental, cono naranja,
      cono vial, cono circular, cono recto, cono oblicuo, cono solar, cono helado, cono y cilindro, cilindro y cono,
      esfera y cono, forma de cono, formas de cono, volumen del cono, base del cono, vértice del cono, punta del cono,
      cráter y cono, cono o cilindro, biopsia en cono, ternero mamón, becerro mamón, lechón mamón, terneros mamones,
      fruta mamón, dulce de mamón, jugo de mamón, árbol de mamón, hijo bastardo, hijos bastardos, hija bastarda,
      hijas bastardas, hermano bastardo, príncipe bastardo, letra bastarda, lima bastarda, orto y ocaso,
      orto al ocaso, orto helíaco, orto heliaco, orto solar, orto del sol, orto de la luna, concha espina,
      concha velasco, concha piquer, concha cuetos, concha buika, concha méndez, concha garcía campoy,
      concha acústica, concha de oro, concha de plata, concha de vieira, concha de peregrino, concha del apuntador,
      concha marina, conchas marinas, concha nácar, concha y toro, conchas finas, concha fina, concha de tortuga,
      polla chilena, polla gol, polla mundialista, polla del mundial, polla de agua, polla hípica, polla de potrillos,
      polla futbolera, pollas mundialistas, verga seca, verga mayor, vergas y mástiles, mástiles y vergas,
      mástil y verga, vergas y velas, pinche de cocina, pinches de cocina, ayudante de cocina y pinche,
      mitsubishi pajero, gato pajero, montero pajero, culo de vaso, culos de vaso, culo de botella, culo del vaso,
      culo de la botella, caga tió, caga rates, sin tetas no hay, la gran ramera, ramera de babilonia, putas asesinas,
      memoria de mis putas tristes, ojetes metálicos, ojete metálico, ojete de metal, ojetes de metal,
      ojetes y cordones, trabajo y paja, cono sur, se reputa, se reputan, partido hdp, hdp turco, prokurdo hdp
    `,
  },
  starred: 'mierda cabron pendejo gilipollas maricon joder',
  commonWords: `
    a al algo ano ante asi aun ayer bien cada cara casa como con cual da dan de del desde di dia dice dijo dio dos e
    el ella ellos en era eran es esa ese eso esta este esto fin fue fui gran ha han has hay he hijo hizo hoy ir iba la
    las le les lo los luz mal mar mas me mi mia mio mis muy nada ni no nos o oh os otra otro para pero poco por pues
    que quien se sea ser si sido sin sobre sol solo son soy su sus tal tan te ti tu tus un una uno unos va vais van
    veo ver vez vi via vida voy y ya yo
  `,
};
