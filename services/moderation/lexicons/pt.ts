import { PT_HATE } from './pt-hate.ts';
import { PT_WORDS } from './pt-words.ts';
import type { LanguageSource } from './source.ts';

/** Portuguese of Brazil and of Portugal. See fr.ts for what the severities do; the words are in the other two files. */
export const PT: LanguageSource = {
  lang: 'pt',
  inflections: {
    /** merda, merdas */
    s: { on: '- s' },
    /** traidor, traidora, traidores */
    or: { on: '- a es as' },
    /** fodido, fodida, fodidos, fodidas */
    o: { off: 'o', on: 'o a os as' },
    /** The same with what makes it small or big: viadinho, viadão */
    od: { off: 'o', on: 'o a os as inho inha inhos inhas ão ões ona onas aço' },
    /** buceta, bucetinha, bucetão, bucetuda */
    a: { off: 'a', on: 'a as inha inhas ão ões ona aça uda' },
    /** cabrão, cabrões, cabrona */
    ao: { off: 'ão', on: 'ão ões ona onas ãozinho ãozão' },
    /** imbecil, imbecis */
    il: { off: 'il', on: 'il is' },
    /** animal, animais */
    al: { off: 'al', on: 'al ais' },
    /** enrabar, enrabo, enrabou, enrabá-lo … */
    ar: {
      off: 'ar',
      on: `
        ar o as a amos ais am ei aste ou astes aram ava avas ávamos avam arei arás ará aremos arão aria arias ariam e
        es emos em ares armos arem asse asses assem ando ado ada ados adas á ador adora adores adoras
      `,
    },
    /** cagar, cagou, cague */
    gar: {
      off: 'gar',
      on: `
        gar go gas ga gamos gais gam guei gaste gou garam gava gavas gávamos gavam garei garás gará garemos garão
        garia gariam gue gues guemos guem garem gasse gassem gando gado gada gados gadas gá gador gadora gadores
      `,
    },
    /** foder, fodo, fodeu, fodia, fodesse */
    er: {
      off: 'er',
      on: `
        er o es e emos eis em i este eu estes eram ia ias íamos iam erei erás erá eremos erão eria erias eríamos eriam
        a as amos ais am eres ermos erem esse esses essem endo ido ida idos idas ê eo edor edora edores ível inha
      `,
    },
  },
  respellings: [
    [/c(?=[aoulr])/g, 'k'],
    [/qu(?=[ei])/g, 'k'],
  ],
  vForU: true,
  groups: [...PT_WORDS, ...PT_HATE],
  exceptions: {
    words: 'esporro/s cagarria/s',
    prefixes: '',
    phrases: `
      efeito retardado, efeitos retardados, ação retardada, liberação retardada, libertação retardada, pau de selfie,
      paus de selfie, cu ft, cu yd, cu in, rola bosta, vira bosta, vira bostas, luze cu, caga lume, caga fogo,
      chupa mel, fdp alemão, partido fdp, liberais do fdp, cdu e fdp, spd e fdp, crl cooperativa, foi arrombado,
      foi arrombada, foram arrombados, foram arrombadas, ser arrombado, ser arrombada, serem arrombados,
      serem arrombadas, sido arrombado, sido arrombada, sido arrombados, sido arrombadas, sendo arrombado,
      sendo arrombada, fora arrombado, fora arrombada, era arrombado, será arrombado, seja arrombado, porta arrombada,
      portas arrombadas, portão arrombado, cofre arrombado, cofres arrombados, carro arrombado, carros arrombados,
      casa arrombada, casas arrombadas, loja arrombada, lojas arrombadas, janela arrombada, janelas arrombadas,
      veículo arrombado, veículos arrombados, cadeado arrombado, cadeados arrombados, caixa arrombado,
      caixas arrombados, apartamento arrombado, apartamentos arrombados, escola arrombada, igreja arrombada,
      escritório arrombado, prédio arrombado, armário arrombado, imóvel arrombado, agência arrombada,
      fechadura arrombada, tinha arrombado, tinham arrombado, havia arrombado, haviam arrombado, ter arrombado,
      terem arrombado, tendo arrombado, teria arrombado, teriam arrombado, encontrado arrombado, encontrada arrombada,
      estava arrombada, estava arrombado, estavam arrombadas, arrombado por ladrões, arrombada por ladrões,
      arrombado por criminosos, arrombada por criminosos, arrombado por bandidos, arrombada por bandidos,
      arrombado durante, arrombada durante, arrombado na madrugada, arrombada na madrugada, câncer de escroto,
      cancro do escroto, câncer do escroto, pele do escroto, inchaço do escroto, inchaço no escroto, dor no escroto,
      dores no escroto, saco escroto, saco do escroto, dentro do escroto, região do escroto, parede do escroto,
      lesão no escroto, nódulo no escroto, ultrassom do escroto, ultrassom de escroto, ecografia do escroto,
      testículos e escroto, escroto e testículos, pênis e escroto, pênis e do escroto, pénis e escroto,
      escroto e pênis, testículos no escroto, testículos ao escroto, testículos para o escroto,
      temperatura do escroto, punheta de bacalhau, punhetas de bacalhau, boceta de pandora, a boceta de pandora,
      pica pau, pica paus, pica pica, túneis de cu chi, cu chi, serra de carajás, macaco hidráulico, macaco prego,
      macaco aranha, macacos prego, macaco velho, macaco do carro, febre do macaco, varíola do macaco,
      varíola dos macacos, planeta dos macacos, chave e macaco, pé de cabra, queijo de cabra, leite de cabra,
      bode e cabra, cabra montês, cabra da peste, cabra cega, casa de cacete, pão cacete, cacete de pão,
      vaca e bezerro, grelos de nabo, grelos salteados, arroz de grelos, grelos de couve, piranha vermelha,
      rio das piranhas, pesca da piranha, caldo de piranha, cadela prenhe, cadela adotada
    `,
  },
  starred: 'porra foder buceta',
  commonWords: `
    a ai ao aos as ate bem bom cada casa com como da das de dela dele deles depois desde dia disse do dois dos e ela
    elas ele eles em era essa esse esta este eu faz fez fim foi fora ha hoje ir isso isto ja la lhe lo luz ma mais mal
    mar mas me meu mim na nada nao nas nem no nos o ola onde ora os ou para pela pelo per por pra que quem sao se sei
    sem ser seu sim so sob sol sua sul tal tao te tem ter teu todo tu tua tudo um uma vai vem ver vez vi via vida voce
    vos vou
  `,
};
