/**
 * Little words by language, with those of some neighbours that have no lexicon, so that Dutch is not taken for German. White
 * space parts them. A word that stands in one list only says more, which is why a word belongs into every list it is right in.
 */
export const LITTLE_WORDS: Readonly<Record<string, string>> = {
  fr: `le la les un une des du de et est à au aux en dans sur pour par pas ne que qu qui quoi c ce cette ces j je tu il elle on
    nous vous ils elles me te se d y ou où mais donc si avec sans plus très bien mal tout tous toute rien sont était être
    avoir ai as avez avons ont fait faire va mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ça cela quand comme
    même aussi encore toujours jamais déjà trop peu après avant chez entre parce pourquoi comment quel quelle peut faut dit bon`,
  en: `the a an of and is are was were be been to in on at for with from by not no that this these those it its he she they we you i
    my your his her our their what who why how when where which there here if but or so as than then about into out up all any
    some can could would should will won don doesn didn isn have has had do does did just only very more most never always
    because after before get got know think people them him us me one other even still such every nobody anyone`,
  tr: `bir bu şu o ve ile de da için gibi kadar çok daha en ne mi mı mu mü değil var yok ama fakat ancak çünkü ki ben sen biz siz
    onlar bana sana ona bize size beni seni onu bizi benim senin onun bizim sizin kim neden niye nasıl nerede hangi her hiç hep
    bütün tüm bazı şey şeyi şeyden diye sonra önce şimdi artık yine bile sadece olan olarak oldu olur olsun olacak olmuş olmaz
    ediyor etmek lazım bence yani işte evet hayır zaman gün iyi güzel kötü insan insanlar kimse herkes böyle öyle ya lan`,
  de: `der die das den dem des ein eine einen einem einer und ist sind war waren sein nicht kein keine keinen zu zum zur im in am an
    auf aus bei mit nach von vom vor für über unter um durch gegen ohne ich du er sie es wir ihr mich mir dich dir uns euch ihm
    ihn ihnen mein dein sein unser was wer wie wo warum wenn weil dass daß ob aber oder doch auch noch nur schon sehr so mehr
    immer nie nichts alle alles man hat haben hatte wird werden wurde kann können muss sollte da dann denn mal hier jetzt gut`,
  es: `el la los las un una unos de del y e o u en con por para sin sobre es son era fue ser está están estaba no ni que qué quien
    quién como cómo cuando donde porque si sí pero más menos muy mucho mucha muchos todo todos toda todas nada nadie nunca siempre
    también ya yo tú él ella nosotros ellos me te se le les lo mi mis tu tus su sus nuestro este esta esto estos ese esa eso
    aquí hay ha han he hace hacer tiene tienen va van a al desde hasta entre después antes así bien mal bueno gente puede
    otra otro vez solo sólo tan ahora cada hoy ayer`,
  it: `il lo la i gli le un uno una di del dello della dei degli delle dell d e ed o è sono era erano essere non che chi cosa come
    quando dove perché se ma però più meno molto tutto tutti tutta tutte niente nulla mai sempre anche già ancora io tu lui lei
    noi voi loro mi ti si ci vi ne mio mia suo sua nostro questo questa questi queste quello quella qui ha ho hanno abbiamo fa
    fare a al allo alla ai agli alle da dal dalla nel nella nei in con per su sul sulla tra fra dopo prima così bene male l c`,
  pt: `o a os as um uma uns de do da dos das e em no na nos nas ao aos à às por pelo pela para com sem sobre é são era foi ser está
    estão não nem que quem como quando onde porque se mas mais menos muito muita muitos tudo todo todos toda nada ninguém nunca
    sempre também já eu tu você vocês ele ela nós eles elas me te lhe meu minha seu sua nosso este esta isto esse essa isso aqui
    há tem têm faz fazer vai vão ia desde até entre depois antes assim bem mal bom gente pode foram mesma mesmo pra cara só
    outra outro vez agora cada hoje ontem`,
  nl: 'de het een en van ik je hij zij wij ze niet geen is zijn dat die dit wat wie voor met op te om aan bij ook maar als naar dan nog',
  sv: 'och att det är en ett som jag du han hon vi de inte på med för av till den har men om kan vill ska mycket bra när från',
  ro: 'și este sunt nu o un care pe la de cu din în pentru mai ce că să se dar foarte asta au fost nimic cine va acest cel',
  ca: 'i els les amb això és són però molt més per què no el la un una del al dels com aquest aquesta sempre mai hi ha ho res en',
};

/** Ends of longer words that hardly any other of the languages has. */
export const ENDINGS: Readonly<Record<string, string>> = {
  fr: 'eux aux ait ent ons rez oir ôté tés ées ité que ège ens eur ble age ais aître',
  en: 'ing ght ess ful ism hed led red ned ted ked tly dly lly ity ous ive ngs ers ths ies',
  tr: 'yor lar ler mış miş muş dır dir tır tir cak cek dık dik lık lik rım rim lım lim ını ini nda nde dan den dım dim ğım ğim yım ız iyi',
  de: 'ung ich sch cht ßen eit ern ler lle gen ben hen hmt tzt ums eln äßt auf',
  es: 'ión aba ían dad ado ada dos das ndo aís ías ués mos ron gen rse nte nto ino ito ero era cho itó ntó stó rtó dió ció rió pió eró iró aró izó eyó ajó',
  it: 'one oni tto tti tta nte nti ità gli rei are ere ire ndo ati ssi llo lla zia ino cio chi',
  pt: 'ção ões ade ado ada dos das ndo vel gem ram rem mos nha nho ira ava uém nte nto ino ito eio lho',
};
