import type { Group } from './source.ts';

/** Profanity, insults and sexual words of pt.ts. */
export const PT_WORDS: readonly Group[] = [
  // No word of another language.
  {
    severity: 'strong',
    category: 'profanity',
    everywhere: true,
    prefixes: `
      caralh putaquep filhodaput filhadaput filhosdaput filhasdaput filhadumaput filhodumaput fidaput fiadaput
      fidumaput fdaput bucetinh bucetud punhet encaralh escaralh
    `,
    words: `
      caralho/s caralhinho caralhada/s caralhudo/o caralhete caralhinhos karalho/s karalhu caralio karalio caralyo
      caraleo karaleo caraio/s karaio caralhu encaralhado/o escaralhado/o pracaralho pakaralho pracaraio fodido/o
      fudido/od fodendo fudendo fodidinho fodilhão fodilhona fodilhões foda-se fodasse fodase fudasse fodas-se
      phoda-se phodase sefoder sefuder sefude vaisefoder vaisefuder vaitefoder vaisifude vaisifuder sifude sifuder
      sifodeu sifudeu putaquepariu putaquiupariu pqpariu ptqpariu putakepariu putaquiparil putaria/s putedo putalhada
      puteiro/s putanheiro/s putéfia/s putefia filhodaputa filhadaputa filhosdaputa filhasdaputa filhadaputagem
      filhodaputagem filhodaputice filhadaputice filhodumaputa filhadumaputa fidaputa/s fiadaputa fidumaputa
      fidaputice fdaputa filhodaputismo filhadeputa filhodeputa vaitomarnocu tomarnocu tomanocu vaitomanocu
      vaitomarnorabo cuzão/ao cuzona cuzãozinho punheta/a punheteiro/od punhetar/ar punheteria punhetagem punhetinha
      buceta/a bucetada bucetão bucetona piroca/a pirocada/s pirocudo/o pirocão xoxota/a xereca/a xavasca/a xoxotuda
      siririca/s boqueteira/s boqueteiro/s colhões culhões colhão culhão colhudo cabrão cabrões cabrãozinho lambecu
      chupacu chupapau lambe-cu paunocu paunoseucu merdoso/o merdinha/s merdão merdeiro/o merdaço merdices merdice
      merdelhão
    `,
    phrases: `
      puta que pariu, filho d puta, filho dputa, filhos d puta, filho de pta, que caralhada, vai pró caralho,
      vai pó caralho, pró caralho, pó caralho, ó caralho, caralhos me fodam, caralho do, caralho da, foda-se isso,
      foda-se essa, tá foda, vai-se foder, vão-te foder, vai foder, vá foder, vai fuder, filho da puta do caralho,
      merda nenhuma, puta nenhuma, porra do caralho, cu da puta, fila da puta, filas da puta, fi de rapariga,
      fi de quenga, fi duma égua, cona de sabão, vai à bardamerda, vai para a cona, pica mole, picha mole,
      puta de merda, puta que te pariu, puta que o pariu, puta que a pariu, puta que os pariu, puta que me pariu,
      puta que lhe pariu, puta q pariu, puta q te pariu, puta ke pariu, puta que paril, puta que vos pariu,
      puta que nos pariu, puta merda, puta da vida, puta vida, puta velha, grande puta, sua putinha, seu puto,
      seus putos, puto da vida, puto da cara, puta da cara, tão puto, muito puto, ficou puto, fiquei puto, fica puto,
      fico puto, ficam putos, ficaram putos, deixa puto, deixam puto, deixou puto, me deixa puto, me deixam puto,
      estou puto, tô puto, to puto, está puto, tá puto, ta puto, estava puto, tava puto, bem puto, puto comigo,
      puto pra, puto de raiva, ficar puto, ficando puto, vai tomar no cu, vá tomar no cu, vão tomar no cu,
      vai toma no cu, vai tomá no cu, vai tomar no olho, tomar no cu, tomar no rabo, toma no cu, tomem no cu,
      tomou no cu, tomando no cu, tomar bem no meio, vai levar no cu, levar no cu, leva no cu, levar no rabo,
      apanhar no cu, vai apanhar no cu, vai dar o cu, dar o cu, dá o cu, deu o cu, dando o cu, dou o cu, comer o cu,
      comer cu, come cu, comer teu cu, comer seu cu, comi o cu, enfia no cu, enfiar no cu, enfie no cu,
      enfia isso no cu, mete no cu, meter no cu, mete isso no cu, mete no rabo, enfia no rabo, socar no cu,
      soca no cu, pau no cu, paus no cu, pau no teu cu, pau no seu cu, no teu cu, no seu cu, no meu cu, olho do cu,
      cu da mãe, cu da tua mãe, cu do mundo, cu do judas, cu de ferro, cu doce, cara de cu, lambe cu, lamber cu,
      chupa cu, arrombar o cu, arrombar teu cu, arrombar seu cu, rasgar o cu, lavar o cu, vai se foder, vá se foder,
      vão se foder, vai te foder, vai-te foder, vão-se foder, vai se fuder, vá se fuder, vão se fuder, vai te fuder,
      vai se fude, vai si fude, vai si fuder, vai sifude, que se foda, que se fodam, que se fôda, se foda, se fodam,
      se fode, se fodeu, se fudeu, se fudê, foda se, foda-te, fode-te, fodam-se, não fode, não me fode, não fodas,
      tá de sacanagem, to nem aí porra, do caralho, pra caralho, para caralho, pro caralho, para o caralho,
      vai pro caralho, vai para o caralho, vai po caralho, casa do caralho, que caralho, caralho a quatro,
      nem a caralho, até o caralho, dum caralho, é o caralho, que porra, porra nenhuma, porra louca, essa porra,
      da porra, na porra, nessa porra, dessa porra, vai à merda, vai a merda, vá à merda, vai pra merda, vão à merda,
      ir à merda, mandar à merda, de merda, que merda, um merda, uns merdas, é um merda, uma merda, pedaço de merda,
      monte de merda, saco de merda, cara de merda, come merda, vai cagar, vá cagar, vai-te cagar, cagar e andar,
      cagando e andando, caguei pra, estou me cagando, estou-me a cagar, estou cagando, cagou no pau,
      vai bater punheta
    `,
  },
  {
    severity: 'strong',
    category: 'insult',
    everywhere: true,
    phrases: `
      filho da puta, filha da puta, filhos da puta, filhas da puta, filho de puta, filha de puta, filhos de puta,
      filho de uma puta, filha de uma puta, filhos de uma puta, filho duma puta, filha duma puta, filhos duma puta,
      filho de umas putas, filho da putas, filho da grande puta, filho da grandessíssima puta,
      filho da grandessissima, filhos da grande puta, filho das puta, filhos das putas, fio da puta, fi da puta,
      fia da puta, filho da pta, filho da p, filho da pt, fio duma puta, fi duma puta, filho da putinha,
      filho de uma égua, filho duma égua, filho de rapariga, filho de uma rapariga, filho duma rapariga,
      filho de quenga, filho de uma quenga, filho de uma cadela, filho de uma vadia, filho de vadia,
      filho duma cadela, filho de uma vaca, filho duma vaca, filho de chocadeira, filho de corno, filho de um corno,
      filho de um cabrão, sua vagabunda, sua vadia, seu corno, corno manso, cornos mansos, corno do caralho,
      corno de merda, grande corno, seu viado, seu bosta, seu merda, seus merdas, seu lixo humano, seu verme,
      seu animal de merda, puxa saco do caralho, cabeça de merda, cabeça de caralho, cara de caralho, cara de piroca,
      chupador de rola, chupa rola, mama rola, mamador de rola, chupa pau, chupador de pau, chupa pica, lambe saco,
      lambedor de saco, baba ovo de merda, lambe botas de merda, tua mãe é uma puta, tua mãe aquela puta,
      comi a tua mãe, comi tua mãe, comi a sua mãe, comi sua mãe, comer a tua mãe, comer a sua mãe, comer tua mãe,
      como a tua mãe, fodi a tua mãe, fodo a tua mãe, puta da tua mãe, puta da sua mãe, puta da mãe, cona da tua mãe,
      cona da mãe, o rabo da tua mãe, vai pro inferno seu, vai se ferrar seu, vá pra puta, vai pra puta,
      vai para a puta, vai pá puta, vai à puta
    `,
  },
  // The same, but words of other languages too.
  {
    severity: 'strong',
    category: 'profanity',
    words: `
      merda/s porra/s porrinhas poha pohha porrah porr pôrra bosta/s bostinha bostão bosteiro/s bostalhão emporrado
      puta/s putinha/s putona/s putão putaço putaça putinhas puteiro puteira/s putear putarada cu cus cuzinho/s cusão
      cusões cuzaço cuzinhos cuzudo/o cusudo cuzaum kuzao cúzão culhudo foder/er fuder/er foda/s fodão/ao fodaço
      fodelança fodeção fodástico fodinha fudeção phoda phoder fodeu-se fudelança fodível desfoder fodice fodices
      refodido/o refoda caraio caraios kraio caraleo cralho krlh krlho krlhos crlh crlho crlhos kralho krlo crlo fdp
      fdps fdpt vtnc vtmnc vtmnk vsfd vsff tmnc ptqp boquete/s esporrar/ar esporradela bardamerda/s coninha/s pissa/s
      furico/s brioco/s pinguelo/s pinguelão cuzeta filadaputa fidiquenga fidirapariga chavasca/s pqp pqpp vsf mrd
      mrda mrdas fdx fdsse fdse cagão/ao caguei caganeira cagalhão cagalhões cagadas cagadela arrombado/o arronbado/o
      arombado/o arrombadinho arrombadão arrombadaço escroto/o escrotão escrotona escrotinho escrotice/s escrotidão
      escrotíssimo viadagem sacana/s sacanagem/s sacanagens sacanear/ar cona/s conaça/s conão conanas conassa
      colhonudo cabrona/s cabronas cabrãozão encornado pichota/s pixota/s pirocas pauzão pauzudo/o pirocão jeba/s
      rolona bucetas busseta bussetinha boceta/s bocetinha bocetuda pachacha/s pachachinha chereca/s xota/s xotinha
      prexeca/s xibiu grelinho bronha/s bronheiro minete/s mineteiro/s brochista/s langonha/s esporra/s porra
      trepada/s enrabar/ar enrabado/o enrabadela enrabada/s suruba/s surubão tesuda/s tesudo/s putiane
    `,
  },
  // Tortoises (cágado) and towns (Maricá, Caraí) have accents.
  { severity: 'strong', category: 'profanity', accents: 'own', words: 'cagar/gar carai/s karai/s' },
  { severity: 'strong', category: 'sexual', accents: 'required', words: 'piça/s piçudo' },
  {
    severity: 'strong',
    category: 'insult',
    words: `
      babaca/s babacão babacona babaquice/s babaquinha/s babacas vagabunda/s vagaba/s vadia/s vadiazinha quenga/s
      rameira/s galdéria/s badalhoca/s putéfia/s arrombada/s cornaço lazarento/o cuzona cabrãozito escrotossauro
      pau-no-cu pirocudo feminazi/s boqueteira chupa-rola piranhuda biscatona putazona
    `,
  },
  // What is said of bodies and acts.
  {
    severity: 'strong',
    category: 'sexual',
    everywhere: true,
    phrases: `
      meu pau, chupa meu pau, chupar meu pau, chupe meu pau, mama meu pau, mamar meu pau, senta no meu pau,
      sentar no meu pau, pau duro, de pau duro, pau mole, pau grande e grosso, teu pau, pau na buceta, pau na boca,
      pau na xota, pau na cona, chupa minha rola, minha rola, senta na rola, sentar na rola, chupar rola, mamar rola,
      rola grossa, rola dura, chupar pica, chupa minha pica, minha pica, mamar pica, pica grossa, pica dura,
      senta na pica, sentar na pica, levar pica, pica no cu, minha piroca, chupa minha, chupe minha, chupa-mos,
      chupa-mo, chupa-ma, mama na minha, mama aqui, mama-me, mamas-me, gozar na cara, gozar na boca, gozar dentro,
      gozei na, gozei dentro, goza na minha, goza na boca, gozou na cara, gozo na boca, bater uma punheta,
      bater punheta, bate punheta, batendo punheta, batia punheta, tocar punheta, tocar siririca, bater uma bronha,
      levar no cu, comer a buceta, comer buceta, chupar buceta, lamber buceta, comer cona, lamber a cona,
      chupa meu saco, lambe meu saco, chupa meu ovo, lambe meus ovos, chupa meu grelo, meu grelo, seu grelo,
      teu grelo, trepar com, trepei com, foda mal dada, mal fodida, mal fodidas, mal fodido, mal comida, mal comidas,
      falta de rola, falta de pica, falta de piroca, falta de picha, precisa de rola, fazes broches, faz-me um broche,
      pagar boquete, pagar um boquete, paga boquete, fazer boquete, dar a buceta, dar a cona, dá o rabo, dar o rabo,
      comer esse rabo, pila dura, chupa a pila, chupar pilas, chupa pilas, mama a pila, na tua cona, da cona,
      ir à cona, vai à cona, belas tetas, mostra as tetas, tuas tetas
    `,
  },
  // Rude, not worse: remembered.
  {
    severity: 'mild',
    category: 'insult',
    words: `
      idiota/s idiotice/s carago tarado/o cagarola/s fuleiro/o disgraçado/o arregão bilau imundo/o imbecil/il
      imbecilidade/s estúpido/o estupidez burro/o burrice/s burrão otário/o otariano trouxa/s bobo/o boboca/s besta/s
      bestalhão tonto/o tolo/o palhaço/o palhaçada canalha/s cretino/o cretinice crápula/s desgraçado/o nojento/o
      safado/o safadeza safadinha cafajeste/s vagabundo vagabundos vadio/s patife/s pulha/s energúmeno/o parvo/o
      parvalhão parvalhona parvoíce palerma/s panaca/s paspalho/s paspalhão mané/s pateta/s asno/s jumento/s
      pilantra/s salafrário/o aldrabão aldrabões morcão grunho/s labrego/o escória verme/s demente/s bundão bundões
      bunda/s bundona bundinha bunda-mole bundamole bumbum peido/s peidar/ar peidão mijar/ar mijão mijado titica
      cocozento fedorento/o seboso/o nojeira pentelho/s pentelhar tesão tesões corno/s cornudo/o cornão chifrudo/o
      cacetada/s kct kcete porrada/s cagaço fodástico foderoso cambada corja súcia ranhoso/o badameco/s badalhoco/s
      porcalhão porcalhona estrupício mequetrefe/s petralha/s esquerdopata/s bolsominion/s esquerdalha gayzista/s
      macumbeiro/s favelado/o gentalha ralé burgesso/s beócio/s lambe-botas lambebotas puxa-saco puxassaco babão
      ladrãozinho miserável miseráveis raparigueiro/s brochar/ar broxar/ar broxa/s
    `,
    phrases: `
      puxa saco, puxa sacos, baba ovo, baba ovos, enche o saco, encher o saco, saco cheio, vai se lascar,
      vá se lascar, vai se ferrar, vai te catar, vai se catar, vai pro inferno, vai para o inferno, vai pro diabo,
      cala a boca, cale a boca, cala essa boca, zé ruela, lambe botas, filho da mãe, filhos da mãe, filha da mãe,
      cara de pau, sem vergonha, bunda mole, lixo humano, bando de ladrões, pé no saco, que saco
    `,
  },
  // Words with an innocent meaning.
  {
    severity: 'strong',
    category: 'sexual',
    homonym: true,
    phrases: `
      sua vaca, suas vacas, sua cadela, sua cachorra, sua galinha, sua piranha, sua cabra, sua biscate, sua égua,
      seu bicha, grande cabra, sua rapariga, fazer um broche, faz um broche
    `,
    words: `
      puto/s bct mamada/s pnc picha/s crl krl bixa/s pica/s cacete/s caceta/s bicha/s piranha/s grelo/s xana/s ppk
      teta/s biscate/s trolha/s tnc sapatão
    `,
  },
];
