import type { Group } from './source.ts';

/** Italian insults, slurs and threats; the rest of the language is in it.ts. */
export const IT_INSULTS: readonly Group[] = [
  // Known everywhere: no word of another language.
  {
    severity: 'strong',
    category: 'insult',
    everywhere: true,
    prefixes: 'stronz incoglion puttana puttane puttani puttano mignott pompinar coglion bagasc',
    words: `
      stronzo/o stronzata/a stronzetto/o stronzone/ona stronzaccio/o stronzaggine stronsi stronso stronsa stronzu
      puttana/dim puttanata/a puttaniere/iere puttanaio puttaneggiare puttanone puttanoni puttanazza buttanazza
      bottanazza mignotta/dim mignottaro mignottone mignotte baldracca baldracche baldraccona bagascia bagasce
      bagascione bagasciona sgualdrina/dim zoccolaccia zoccoletta zoccolette zoccolona zoccolone figliodiputtana
      figliodputtana figliodiunaputtana figliodimignotta figlidiputtana testadicazzo testedicazzo testadiminchia
      facciadiculo facciadicazzo facciadimerda pezzodimerda pezzidimerda
    `,
    phrases: `
      figlio di puttana, figli di puttana, figlia di puttana, figlie di puttana, figlio di una puttana,
      figli di una puttana, figlio di troia, figli di troia, figlia di troia, figlio di una troia, figlio di mignotta,
      figli di mignotta, figlia di mignotta, figlio di una mignotta, fijo de na mignotta, fijo de mignotta,
      fiji de na mignotta, figlio de na mignotta, fio de na mignotta, figlio di zoccola, figli di zoccola,
      figlio e zoccola, figlio di bagascia, figlio di baldracca, figlio di cagna, figlio di un cane,
      figlio di buttana, figghiu di buttana, figghiu e buttana, figlio e ntrocchia, figlio di ndrocchia,
      tua madre puttana, puttana tua madre, quella puttana di tua madre, quella troia di tua madre,
      quella zoccola di tua madre, tua madre è una
    `,
  },
  // The same, where Italian is spoken.
  {
    severity: 'strong',
    category: 'insult',
    words: `
      strunzo strunzi strunzata strunzate buttana buttane bottana bottane zoccola zoccole zokkola zokkole battona
      battone baldracca bastardo/o bastardone bastardaccio/o bastardissimo mezzoculo troiaio troiata troiate troione
      troiona troietta troiette troiaccia troje maialona vaccona vaccone cornutazzo cornutone cornutaccio leccasuole
      infamone infamona merdosetto ricchia scassapalle spaccapalle cessaccio bocchinara bocchinaro pigliainculo
      cazzabubbolo cazzabubboli cazzomatto sfessato bucaiolo bucaioli bucaiola buciodiculo bucodiculo bagassa bagasse
      checchetta checchette bimbominkia bimbiminkia bimbaminkia bimbominchia bimbiminchia sardegnolo/o terrun terùn
      inculone/ona leccapalle smandrappato/o troioni merdaiola rottinculo mezzasegha femminazi nazifemminista
      nazifemministe nazivegano
    `,
    phrases: `
      sei una troia, brutta troia, lurida troia, vecchia troia, gran troia, grandissima troia, troia di merda,
      sporca troia, una troia, quella troia, questa troia, le troie, delle troie, siete troie, tutte troie,
      brutte troie, di troie, troia schifosa, maledetta troia, brutta vacca, lurida vacca, vacca schifosa,
      brutta cagna, lurida cagna, sporca cagna, cagna in calore, sei una cagna, brutta scrofa, lurida scrofa,
      sei una scrofa, brutto porco, lurido porco, sporco porco, porco schifoso, maiale schifoso, lurido maiale,
      brutto maiale, maiali schifosi, luridi maiali, luridi porci, porci schifosi, luridi vermi, luridi bastardi,
      sei un porco, brutta maiala, brutta porca, sei una porca, sei una vacca, sei una maiala, lurido verme,
      brutto verme, lurido bastardo, lurido ratto, brutto infame, infame di merda, sei un infame, cornuto di merda,
      sei un cornuto, arbitro cornuto, cornuto e mazziato, cornuti e mazziati, gran cornuto, grandissimo cornuto,
      brutto cornuto, becco e cornuto, cornuto e bastardo, sei un cesso, sei un'infame, brutto schifoso,
      lurido schifoso, brutti schifosi, testa di minchia, testa di merda, minus habens, minorato mentale,
      minorati mentali, chiudi quella fogna, chiudi la fogna, chiudi quel cesso, chiudi sto cesso
    `,
  },
  // Slurs.
  {
    severity: 'extreme',
    category: 'slur',
    everywhere: true,
    prefixes: 'froci ricchion culatton',
    words: `
      frocio/io frocetto/o froscio frosci frociaggine frocione frocioni frocessa ricchione/ona rikkione rikkioni
      culattone/ona culattoni checcaccia arruso arrusi arrusu jarruso jarrusu garruso garrusu lesbicona lesbicone
      lesbicaccia culorotto finocchiaccio froceria frocerie frociarolo negrofilo
    `,
    phrases: `
      sporco negro, sporchi negri, sporca negra, lurido negro, luridi negri, lurida negra, brutto negro, brutti negri,
      negro di merda, negri di merda, negra di merda, sporco ebreo, sporchi ebrei, sporca ebrea, lurido ebreo,
      luridi ebrei, ebrei ai forni, sporco arabo, sporchi arabi, sporco musulmano, sporchi musulmani,
      lurido musulmano, luridi musulmani, sporco zingaro, sporchi zingari, sporca zingara, lurido zingaro,
      luridi zingari, zingaro di merda, zingari di merda, sporco terrone, sporchi terroni, terrone di merda,
      terroni di merda, sporco immigrato, sporchi immigrati, luridi immigrati, sporco straniero, sporchi stranieri,
      sporco gay, sporchi gay, sporco omosessuale, muso giallo, musi gialli, scimmia negra, scimmie negre, vu cumprà,
      vu cumpra, bingo bongo
    `,
  },
  {
    severity: 'extreme',
    category: 'slur',
    accents: 'own',
    words: `
      mongoloide/e negraccio/o negretto/o vucumprà busone recchione negro/o negrone negraccia negri terrone/ona
      terronaccio/o terroncello/o marocchinaccio/o zingaraccio/o zingaraglia albanesaccio cinesaccio ebreaccio
      giudeaccio rabbinaccio mangiabanane mangiacani mangiaaglio beduinaccio froci travello invertitaccio
    `,
    phrases: `
      un ritardato, una ritardata, questo ritardato, questa ritardata, quel ritardato, sto ritardato, 'sto ritardato,
      sei un ritardato, sei una ritardata, sei ritardato, sei ritardata, che ritardato, dei ritardati,
      siete ritardati, questi ritardati, quei ritardati, sti ritardati, di ritardati, troppi ritardati, i ritardati,
      ritardato mentale, ritardata mentale, ritardati mentali, brutto ritardato, povero ritardato, ritardato di merda,
      ritardati di merda, sembri ritardato, sei un handicappato, sei handicappato, handicappato di merda,
      handicappati di merda, brutto handicappato, questo handicappato, questi handicappati, troppi handicappati,
      mucchio di handicappati, che handicappato, altro che un handicappato, handicappato mentale, sei uno spastico,
      spastico di merda, brutto spastico, sei spastico, questo spastico, altro che uno spastico, mucchio di spastici,
      troppi spastici, sei un down, sei down, down di merda, brutto down, sembri down, sembri un down, sei un mongolo,
      sei mongolo, mongolo di merda, brutto mongolo, sembri un mongolo, mucchio di mongoli, altro che un mongolo,
      storpio di merda, brutto storpio, sei uno storpio, un travestito, dei travestiti, questo travestito,
      questi travestiti, di travestiti, quel travestito, sti travestiti, troppi travestiti, i travestiti,
      sporco travestito, brutto travestito, travestito di merda, travestiti di merda, sei un finocchio,
      brutto finocchio, altro che un finocchio, finocchio di merda, finocchi di merda, mucchio di finocchi,
      vecchio finocchio, sporco finocchio, troppi finocchi in questo, sei una checca, checca isterica,
      checche isteriche, brutta checca, questa checca, altro che una checca, checca di merda, mucchio di checche,
      vecchia checca, troppe checche, sporca checca, sei un invertito, invertito di merda, sei una scimmia,
      torna al tuo paese, tornatene al tuo paese, tornate al vostro paese, tornatevene in africa, tornatene in africa,
      torna sul barcone, tornate sui barconi, razza di merda
    `,
  },
  // Threats.
  {
    severity: 'extreme',
    category: 'threat',
    everywhere: true,
    phrases: `
      ti ammazzo, vi ammazzo, ti ammazziamo, vi ammazziamo, ti ammazzerò, vi ammazzerò, ti uccido, vi uccido,
      ti ucciderò, vi ucciderò, ti uccidiamo, ti uccideremo, ti devo uccidere, ti voglio morto, ti voglio morta,
      ti vogliamo morto, ti faccio fuori, ti facciamo fuori, ti sparo, vi sparo, ti accoltello, ti sgozzo, vi sgozzo,
      ti scanno, ti strozzo, ti sventro, ti squarto, ti stupro, ti taglio la gola, ti taglio la testa,
      ti stacco la testa, ti spacco la testa, ti spacco la faccia, ti spacco il culo, ti spacco le gambe,
      ti rompo la faccia, ti rompo il culo, ti rompo le gambe, ti rompo le ossa, ti gonfio di botte,
      ti riempio di botte, ti ammazzo di botte, ti do fuoco, ti brucio vivo, ti brucio viva, so dove abiti,
      so dove vivi, sappiamo dove abiti, sappiamo dove vivi, so dove abitate, devi morire, dovete morire,
      devono morire tutti, morirai presto, devi crepare, dovete crepare, che tu possa morire, spero che muori,
      spero che tu muoia, spero muori, spero che crepi, spero tu muoia, spero che ti stuprino, spero ti stuprino,
      ti auguro la morte, ti auguro di morire, ti auguro un cancro, ti venisse un cancro, ti venga un cancro,
      che ti venga un cancro, meriti di morire, meritate di morire, meriti la morte, meriti lo stupro, muori male,
      muori bastardo, muori bastarda, muori stronzo, muori stronza, muori troia, muori puttana, muori merda,
      muori cane, crepa bastardo, crepa stronzo, crepa merda, crepa troia, crepa puttana, crepa maledetto,
      crepate tutti, crepate bastardi, morite male, morite tutti bastardi, va a morire ammazzato,
      vai a morire ammazzato, vammoriammazzato, morì ammazzato, va a morì ammazzato, vai a morire, ammazzati coglione,
      sparati coglione, ucciditi, suicidati coglione, suicidati stronzo, suicidati merda, impiccati stronzo,
      sparati un colpo, sparati in bocca, sparati in testa, buttati da un ponte, buttati dal ponte,
      buttati sotto un treno, buttati dal balcone, bruciateli vivi, bruciamoli vivi, impiccateli, impicchiamoli,
      fuciliamoli, fucilateli, ammazzateli tutti, ammazziamoli tutti, uccidiamoli tutti, al muro e sparare,
      da appendere a testa in giù, da appendere per le palle, morte agli ebrei, morte ai negri, morte ai froci,
      morte ai gay, morte ai musulmani, morte agli arabi, morte agli zingari, a morte gli ebrei, a morte i froci,
      a morte i negri, affondate i barconi, affondiamo i barconi, affondateli tutti
    `,
  },
  // Words with an innocent meaning.
  {
    severity: 'strong',
    category: 'insult',
    homonym: true,
    words: `
      troia troie vacca vacche cagna cagne maiala maiale cornuto/o battone travestito travestiti finocchio finocchi
      checca checche invertito invertiti ritardato/o handicappato/o spastico spastica spastici spastiche storpio
      storpi mongolo/o giudeo giudei cerebroleso/o subnormale subnormali travone travoni travona suicidati
    `,
    phrases: 'stranieri fuori, immigrati fuori, fuori gli immigrati, fuori gli stranieri',
  },
];
