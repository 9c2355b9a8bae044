import type { Group } from './source.ts';

/** Slurs and threats of pt.ts. */
export const PT_HATE: readonly Group[] = [
  {
    severity: 'extreme',
    category: 'slur',
    everywhere: true,
    prefixes: '',
    words: `
      viadinho/s viadagem viadagens viadão viadões viadaço viadasso viadona viadice bichona/s bichonas boiola/s
      boiolice boiolinha baitola/s baitolice baitolinha paneleirote/s paneleiragem paneleirice panasca/s panilas
      larilas traveco/s traveca/s travecão sapatona/s sapatãozona fufas monhé/s pretalhada pretalhão crioulada
      chinoca/s ciganada retardadinho retardadona aidético/o crioléu ciganalha judeuzada
    `,
    phrases: `
      preto fedido, preta fedida, pretos fedidos, preto imundo, preta imunda, pretos imundos, preto nojento,
      preta nojenta, pretos nojentos, preto sujo, preta suja, pretos sujos, preto safado, preto de merda,
      preta de merda, pretos de merda, preto do caralho, pretos do caralho, preto macaco, negro imundo, negra imunda,
      negros imundos, negro fedido, negra fedida, negros fedidos, negro fedorento, negro sujo, negros sujos,
      negro nojento, negros nojentos, negro safado, nego safado, neguinho safado, negro de merda, negra de merda,
      negros de merda, negro macaco, negra macaca, negros macacos, crioulo fedido, crioulo safado, crioulos fedidos,
      crioulo de merda, macaco imundo, macaca imunda, macacos imundos, macaco fedorento, macaco fedido,
      macacos de merda, macaco de merda, volta pra senzala, macaco seu, volta para a senzala, voltar pra senzala,
      de volta à senzala, volta para a tua terra, volta pra tua terra, volta para o teu país, volta pro teu país,
      judeu imundo, judeus imundos, judeu sujo, judeus sujos, judeu de merda, judeus de merda, judeu nojento,
      judeus nojentos, porco judeu, porcos judeus, rato judeu, cigano de merda, ciganos de merda, cigano imundo,
      ciganos imundos, cigano nojento, ciganos nojentos, índio fedido, índios fedidos, índio imundo, índio sujo,
      índio de merda, índios de merda, índios do caralho, nordestino de merda, nordestinos de merda,
      cabeça chata de merda, paraíba de merda, baiano de merda, brasileiro de merda, brasileiros de merda,
      zuca de merda, zucas de merda, chinês de merda, chineses de merda, árabe de merda, árabes de merda,
      muçulmano de merda, muçulmanos de merda, imigrante de merda, imigrantes de merda, gay de merda, gays de merda,
      bicha de merda, viado de merda, viado do caralho, lésbica de merda, lésbicas de merda, sapatão de merda,
      travesti de merda, trans de merda, deficiente de merda, aleijado de merda, gays do caralho, negros do caralho,
      judeus do caralho, mulheres do caralho, bicha louca, bicha nojenta, bicha imunda, bichas imundas, queima rosca,
      queimar rosca, queimador de rosca, morde fronha, morder fronha, dá ré no quibe, dar ré no quibe, débil mental,
      débeis mentais, débil mentais, retardado mental, retardada mental, retardados mentais, atrasado mental,
      atrasada mental, atrasados mentais, doente mental de merda, deficiente mental do caralho, raça inferior,
      raças inferiores, raça de merda, raça imunda, pau de arara imundo, gorda nojenta, gorda imunda, gordo nojento
    `,
  },
  {
    severity: 'extreme',
    category: 'slur',
    prefixes: 'boiol baitol',
    words: `
      retardado/o viado/s viadu viadus mongoloide/s mongolóide/s bichice boiolagem baitolagem xibungo/s qualira/s
      gayzão gayzola bixona/s paneleiro/s mariquice/s fufa/s veadinho/s veadagem veadão bugrada pretinhada bichonas
    `,
  },
  { severity: 'extreme', category: 'slur', accents: 'own', words: 'marica/s' },
  {
    severity: 'extreme',
    category: 'threat',
    everywhere: true,
    phrases: `
      vou te matar, vou-te matar, vou matar-te, vou matar você, vou matar vocês, vou matar todos vocês,
      vamos te matar, vamos-te matar, vamos matar-te, vamos matar você, vamos matar vocês, eu te mato, te mato seu,
      te mato desgraçado, mato-te, vou vos matar, vou matar-vos, vou acabar com a tua vida, vou acabar com a sua vida,
      vou acabar contigo, quero te matar, vou te quebrar, vou te arrebentar, vou te rebentar,
      vou te encher de porrada, vou te cobrir de porrada, vou te meter a porrada, vou-te encher de porrada,
      vou te encher de bala, vou te encher de chumbo, vou te meter bala, vou te meter um tiro, vou te dar um tiro,
      vou dar-te um tiro, te dou um tiro, dou-te um tiro, vou te furar, vou te esfaquear, vou te degolar,
      vou degolar-te, vou te cortar a garganta, cortar a tua garganta, cortar a sua garganta, vou te estuprar,
      vou te violar, vou violar-te, vou-te violar, vamos te estuprar, vou te esfolar, vou te enforcar,
      vou te queimar vivo, vou queimar a tua casa, vou queimar a sua casa, vou partir-te a cara, vou te partir a cara,
      vou-te partir a cara, vou-te aos cornos, vou partir-te os cornos, vou-te partir todo, vou partir-te todo,
      parto-te a cara, parto-te os cornos, parto-te todo, parto-te a boca, vou quebrar a tua cara,
      vou quebrar a sua cara, vou quebrar tua cara, vou quebrar sua cara, quebro a tua cara, quebro a sua cara,
      quebro tua cara, te quebro a cara, te quebro todo, te arrebento, te encho de porrada, meto-te uma bala,
      meto-te um tiro, vou te pegar na rua, vou te pegar lá fora, vou te caçar, vamos te caçar, vou te achar e,
      você vai morrer, vocês vão morrer, vais morrer, ides morrer, tu vai morrer, vai morrer desgraçado,
      vai morrer vagabundo, vai morrer vagabunda, morre desgraçado, morre desgraça, morre diabo, morre praga,
      morra desgraçado, morram todos, tomara que morra, tomara que você morra, tomara que vocês morram,
      tomara que morram, tomara que te matem, tomara que seja estuprada, tomara que te estuprem, espero que morras,
      espero que você morra, espero que vocês morram, espero que morram, espero que te matem, espero que te violem,
      espero que seja estuprada, oxalá morras, oxalá morram, devias morrer, deviam morrer todos, mereces morrer,
      se mata logo, se mata vai, vai se matar, vá se matar, mata-te, mata-te já, matem-se, suicide-se, suicida-te,
      vai se enforcar, enforca-te, enforque-se, atira-te da ponte, atira-te de uma ponte, sei onde você mora,
      sei onde vc mora, sei onde tu mora, sei onde tu moras, sei onde moras, sei onde vives, sei onde trabalhas,
      sei onde você trabalha, sei onde sua família mora, sabemos onde você mora, sabemos onde moras,
      sabemos onde vives, seus dias estão contados, os teus dias estão contados, já estás morto,
      você é um homem morto, és um homem morto, tá morto seu, morte aos judeus, morte aos pretos, morte aos negros,
      morte aos gays, morte aos viados, morte aos ciganos, morte aos muçulmanos, morte aos comunistas,
      morte aos petistas, morte aos imigrantes, morte aos homossexuais, matar essa gente toda, tem que matar todos,
      tem que matar todos os, deviam todos morrer, deviam ser todos abatidos, deviam ser todos mortos
    `,
  },
  {
    severity: 'strong',
    category: 'slur',
    homonym: true,
    phrases: `
      seu macaco, seus macacos, sua macaca, suas macacas, bando de macacos, macaco preto, volta pra áfrica,
      volta para a selva, volta pra jaula, volta pro seu país, volta pra sua terra
    `,
    words: `
      veado/s macaco/o bugre/s mongol mongóis aleijado/o transviado/o japa/s escurinho/o tição sapatões japinha
      carcamano/s pau-de-arara mongo
    `,
  },
];
