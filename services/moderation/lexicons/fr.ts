import type { LanguageSource } from './source.ts';

/**
 * French. Strong and extreme words hide the comment until a person has read it, mild ones are only remembered, words
 * with an innocent meaning ask for a look. Accents may be written or not.
 */
export const FR: LanguageSource = {
  lang: 'fr',
  inflections: {
    /** putain, putains */
    s: { on: '- s' },
    /** connard, connarde, connards, connardes; enculé, enculée … */
    es: { on: '- e s es' },
    /** branleur, branleuse, branleurs, branleuses */
    eur: { off: 'eur', on: 'eur euse eurs euses' },
    /** merdeux, merdeuse, merdeuses */
    eux: { off: 'eux', on: 'eux euse euses' },
    /** niquer, nique, niquez, niquait, niquant, niqué, niquera … */
    er: {
      off: 'er',
      on: `er e es ons ez ent ais ait aient ions iez ant ants ante antes é ée és ées era eras erai erez erons eront erais erait
        eraient`,
    },
  },
  respellings: [[/c(?=[aoulr])/g, 'k']],
  vForU: true,
  groups: [
    // Profanity that is no word of another language the service meets.
    {
      severity: 'strong',
      category: 'profanity',
      everywhere: true,
      prefixes: 'merd emmerd couill chiass conneri putain',
      words: `
        merde/s sombremerde/s merdique/s merdeux/eux merdier/s emmerder/er emmerdeur/eur emmerdement/s démerdard/es mrd mairde mierde
        putain/s ptain/s poutain/s putaing ptn puutain pitain grosseputain
        chier chiez chiant/es chieur/eur chierie/s chiure/s conchier/er
        couille/s couillon/s couillonne/s couillonner/er couillu/es
        connerie/s konnerie/s conneries
        foutre foutrement vtff vatefairefoutre vatfairefoutre jean-foutre jeanfoutre jenfoutre
        enculerie/s
      `,
      phrases: `
        fait chier, faire chier, fais chier, font chier, faites chier, fasse chier, va chier, allez chier, à chier,
        bordel de merde, bordel de dieu, putain de merde, nom de dieu de merde, de merde,
        casse couille, casse couilles, cassecouille, cassecouilles, casse burnes, casse bonbons, brise burnes, brise couilles,
        vide couilles, vider les couilles, sac à merde, tas de merde, bouffeur de merde, mange merde, sous merde, sous merdes, sousmerde, sousmerdes,
        foutre le camp, va te faire foutre, va te fair foutr, va tfaire foutre, allez vous faire foutre, va te faire voir chez, rien à foutre, rien à branler,
        plein le cul, plein les couilles, va te faire mettre, ras le cul, mon cul, ton cul, leur cul, bouge ton cul, cul de merde
      `,
    },
    // The same, but short words that mean something else in other languages.
    {
      severity: 'strong',
      category: 'profanity',
      accents: 'own',
      words: `
        cul/s bite/s teub/s teube/s teuch zob/s zgeg chibre/s burnes roubignoles roupettes nichon/s fion/s schneck chnek
        chie chies chient chié chiée chiés chiées chiait chiaient bordel/s
      `,
    },
    // Insults that are no word of another language.
    {
      severity: 'strong',
      category: 'insult',
      everywhere: true,
      infixes: 'connard connass enculé bougnoul',
      prefixes: `encul enkul connard connass conass enfoir enfwar salop salaud pétass pétaz pouffiass poufiass grognass chiennass putass
        branl niqu trouduc`,
      words: `
        connard/es conard/es connasse/s conasse/s connar conrd connrd cnnard cnnrd conar/s konar/s connaud groscon/s ptitcon petitcon petiteconne ducon duconnot duconlajoie
        anculé/es ankulé/es enqulé/es enculé/es enculer enculeur/eur enculade/s enculage/s encule enculez enculent enculant
        enfoiré/es empaffé/es empapaouté/es
        salaud/s salop/s salope/s salopard/es saloperie/s salopiaud/s salopiot/s
        pétasse/s pouffiasse/s poufiasse/s grognasse/s chiennasse/s radasse/s conne/s pute/s salepute/s saletepute grossepute/s putasse/s putassier tasspé tassepé tepu teupu/s
        trouduc/s trouducul troudup trouduk
        branleur/eur branler/er branlette/s branlos
        niquer/er niqueur/eur ntm ftg nikmouk niktamer niktamere niktamère niketamere niktarace
        bâtard/es crevard/es raclure/s sous-race fils2pute fils2p filsdepute filsdeputain fisdepute fillesdepute filsdechien tamerelapute
      `,
      phrases: `
        trou du cul, trous du cul, trou de balle, trous de balle, trou d'uc, fils de pute, fille de pute, filles de pute, fils de putes,
        fils de put, fis de pute, fils de putain, fils de chienne, fils de chien, fils de p, fils de bâtard, enfant de putain, enfant de salaud,
        nik ta mère, nik ta mer, nique ta mer, ken ta mère, nique ta mère, nike ta mère, nique ta race, nik ta race, nique sa mère, nique sa race, nique ta grand mère, nique tes morts,
        niquez vos mères, niquetamère, niquetamere, va niquer, va te faire enculer, allez vous faire enculer, va te faire niquer, va te faire ramoner,
        ta mère la pute, sa mère la pute, ta gueule, ta geule, ta guele, ta gueul, tagueule, fermetagueule, ferme ta gueule, fermez vos gueules, fermer leurs gueules, fermer leur gueule,
        fermer sa gueule, fermer ta gueule, ferme la gueule, vos gueules, leurs gueules, gueule de con, gueule de merde, gueule de raie,
        sale con, sale conne, sale keuf, sales keufs, conn ard, conna rd, connar d, co nnard, enc ulé, encul é, sal ope, salo pe,
        gros con, grosse conne, pauvre con, pauvre conne, petit con, petite conne, espèce de con, espèce de conne,
        bande de cons, tête de con, têtes de con, roi des cons, vieux con, vieille conne, jeune con, sale pute, sale chienne, sale porc,
        sale merde, grosse merde, grosse truie, sale truie, sale grosse, lèche cul, lèche culs, lèchecul, faux cul, faux culs, face de cul,
        tête de cul, cul terreux, culs terreux, peigne cul, tête de noeud, tête de gland, mange tes morts, bouffe mes couilles,
        suce bite, suce boules, suce moi la, suce ma bite, sucer ma bite, sucer des bites, suceur de bites, suceuse de bites
      `,
    },
    {
      severity: 'strong',
      category: 'insult',
      accents: 'own',
      words:
        'con/s connes kon konne fdp fdps batar/s tg pd/s garce/s catin/s gourgandine/s roulure/s pouffe/s suceuse/s',
    },
    // What is said of bodies and acts.
    {
      severity: 'strong',
      category: 'sexual',
      everywhere: true,
      words: 'partouze/s partouzer/er partouzeur/eur enculette',
      phrases: `
        ta chatte, grosse chatte, chatte mouillée, lécher la chatte, bouffer la chatte, baiser ta mère, baise ta mère, je te baise,
        je vais te baiser, baise moi, grosse queue dans, sucer ma queue, suce ma queue, gros nichons, mal baisé, mal baisée, mal baisées
      `,
    },
    // Slurs.
    {
      severity: 'extreme',
      category: 'slur',
      everywhere: true,
      prefixes: 'bougnoul tarlou tantouz chinetoq youpin',
      words: `
        bougnoule/s bougnoul/s bounioul/s bounioule/s bougniole/s bicot/s crouille/s crouillat/s boukak/s
        négresse/s nègresse/s négroïde/s niakoué/es niakwé/s chinetoque/s chinetoc/s chintok/s
        youpin/es youtre/s youd/s bamboula/s enjuivé/es
        tafiole/s tantouze/s tantouse/s tarlouze/s tarlouse/s tarlope/s fiotte/s fiote/s gouine/s travelo/s lopette/s pédoque/s
        pédé/s mongolien/s mongolienne/s mongolo/s triso/s gogolito négrillon/s
      `,
      phrases: `
        sale arabe, sales arabes, sale noir, sales noirs, sale noire, sale juif, sale juive, sales juifs, sale nègre, sales nègres,
        sale négro, sale blanc, sales blancs, sale race, sales races, sale pédé, sale gouine, sale gay, sale homo, sales homos,
        sale feuj, sales feujs, sale renoi, sales renois, sale rebeu, sales rebeus, sale reubeu, sale noich, sale zarabe, sales zarabes,
        sale musulman, sale musulmane, sales musulmans, sale chinois, sale gitan, sales gitans, sale migrant, sales migrants, sale rom,
        sales roms, sale étranger, sales étrangers, sale immigré, sales immigrés, sale attardé, sale mongol, sale pd, sale tapette,
        grosse tapette, face de citron, attardé mental, attardée mentale, attardés mentaux, attardées mentales,
        enculeur de chèvres, enculeurs de chèvres, baiseur de chèvres, retourne dans ton pays, sous homme, sous hommes, race inférieure
      `,
    },
    {
      severity: 'extreme',
      category: 'slur',
      accents: 'required',
      everywhere: true,
      words: 'négro/s',
    },
    { severity: 'strong', category: 'slur', accents: 'own', words: 'gogol/s' },
    // Threats.
    {
      severity: 'extreme',
      category: 'threat',
      everywhere: true,
      phrases: `
        je vais te tuer, je vais te crever, je vais te buter, je vais te saigner, je vais te défoncer, je vais te péter la gueule,
        je vais te casser la gueule, je vais t'égorger, on va te tuer, on va te crever, on va te buter, on va te retrouver,
        tu vas crever, tu vas mourir, vous allez crever, va crever, crève salope, crève charogne, crève ordure, suicide toi, pends toi,
        va mourir, va te suicider, va te tuer, va te pendre, je sais où tu habites, on sait où tu habites, mort aux juifs, mort aux arabes,
        mort aux noirs, mort aux pédés, mort aux homos
      `,
    },
    // Rude, not worse: remembered.
    {
      severity: 'mild',
      category: 'insult',
      accents: 'own',
      words: `
        abruti/es crétin/es imbécile/s débile/s idiot/es andouille/s pignouf/s plouc/s minable/s tocard/es nullard/es boloss cassos
        bouffon/s bouffonne/s taré/es boulet/s glandeur/eur glandu/es feignasse/s fainéant/es mauviette/s pimbêche/s trouillard/es
        vaurien/s sagouin/s schnock/s chnoque/s péquenaud/es bouseux/eux cruche/s gourde/s dégueulasse/s dégueu
        gueule/s gueuler/er gueulard/es attardé/es beauf/s facho/s foutu/es fout fous foutent foutez foutons foutait foutaise/s
        démerder/er chiotte/s gerber/er pourri/es ordure/s rital/s boche/s chleuh/s rosbif/s dégénéré/es enflure/s fumier/s
        branlant/es
      `,
    },
    // Words with an innocent meaning.
    {
      severity: 'strong',
      category: 'sexual',
      homonym: true,
      accents: 'own',
      words: 'chatte/s baise baisé/es baiseur/eur baisable gland/s tringler/er troncher/er couillard',
    },
    {
      severity: 'strong',
      category: 'slur',
      homonym: true,
      accents: 'own',
      words: `
        tapette/s nègre/s negro/s mongol/s macaque/s raton/s pédale/s guenon/s chienne/s truie/s traînée/s beurette/s romanichel/s
        fatma/s bridé/es emmanché/es tantouse
      `,
    },
  ],
  exceptions: {
    words: `
      député/es concours conseil/s assécher assassin/s branlant/es branlement/s puttee/s salopette/s niquab/s
    `,
    prefixes: `merdrignac merdeka putati`,
    phrases: `
      pique nique, pique niques, pique niquer, pique niquons, pique niquez, pique niquent, pique niquaient, pique niquait, pique niquant,
      pique niqué, pique niquera, pique niqueur, pique niqueurs, branle bas, mise en branle, en branle, le branle, branle de, branle du,
      cul de sac, culs de sac, cul de jatte, culs de jatte, cul de poule, cul de lampe, culs de lampe, cul de bouteille, cul sec, cul de four,
      cul de basse fosse, culs de bouteille, gratte cul, gratte culs, tape cul, tape culs, cul de veau, cul d'artichaut,
      tapette à souris, tapettes à souris, tapette à mouches, tapettes à mouches, pédale de frein, pédale d'accélérateur, pédale d'embrayage,
      pédales de frein, pédale douce, perdre les pédales, pédale automatique, pédale wah, chatte stérilisée,
      raton laveur, ratons laveurs, nègre littéraire, nègres littéraires, art nègre, code noir, négro spiritual, négro spirituals,
      négro africain, négro africaine, négro africains, négro africaines, pain bâtard, bâtard de pain,
      traînée de poudre, traînées de condensation, traînée de condensation, traînée de fumée, traînée lumineuse,
      empire mongol, peuple mongol, gland de chêne, glands de chêne, putain respectueuse, bite d'amarrage, bites d'amarrage,
      con brio, con fuoco, con moto, con spirito, con anima, vaya con dios, pros and con, pros and cons, chili con carne,
      con carne, conne river, dîner de cons, alain connes, fdp allemand, parti fdp, ministre fdp, guillaume le bâtard, cul de la bouteille,
      il va mourir, elle va mourir, on va mourir, qui va mourir, ça va mourir, va mourir de, va mourir du, va mourir d'un, va mourir d'une,
      tu vas mourir de rire, tu vas mourir d'ennui, vous allez crever de chaud, va crever de faim, va crever de chaud,
      faire la nique, fait la nique, font la nique, fit la nique, je pouffe, il pouffe, elle pouffe, on pouffe, pouffe de rire,
      suprême ntm, groupe ntm, album de ntm, concert de ntm, joey starr et ntm, merde d'oie, caca d'oie
    `,
  },
  starred: 'merde putain pute connard connasse salope encule',
  commonWords: `
    a ai as au aux bas bon ca car ce ces cet ci d da dans de des dit du elle en es est et eu eux fait fin il ils j je l la le les
    leur lui ma mai mais me mer mes mi mon n ne ni nos nous nu on ont or ou oui par pas peu peut plus pour pre pu pur qu que qui
    re rue s sa sans se ses si son sont sous su sur t ta te tel tes ton tot tous tout tres tu un une va vas vers vie vos vous vu y
    bal lac bord ami amis sac sel riz mur
  `,
  innocentIn: {
    de: 'pute/s mrd konne konnes konneri konnerie konneries salop',
    it: 'chiass chiasse chiasses mongolo/s',
    da: 'konne pute/s',
    no: 'konne pute/s',
    sv: 'konne pute/s',
    pt: 'pédé/s',
    ro: 'pute/s',
    nl: 'konne',
    tr: 'konar/s',
  },
  packageReview: {
    drop: `
      avorton bitembois bougre bourdille cacou cafre caldoche chachar chagasse chauffard coche courtaud cricri crotte crotté croûton
      drouille envaselineur epais épais espingoin manche marchandot magot margouilliste michto minus misérable miserable moinaille
      monacaille moricaud nase naze pecque pet péteux peteux pleutre porcas poucav pouf pounde poundé punaise robespierrot sale sottiseux
      stéarique stearique têteux téteux teteux vier viédase viedase goï godon lavette lâcheux lacheux gaupe guindoule gueniche patarin
      pissou ripopée ripopee satrouille sent-la-pisse branque kikoo kikou dugenoux dugland glandouillou schnoc schnoque schleu fritz kraut
      moins-que-rien niaiseux panoufle makoumé makoume porcasse xéropineur xeropineur zguègue zguegue schbeb pourriture putin pisseux
      truiasse tebé tebe gdm couniflé counifle yeule traîne traine trainee traînee raton putois salopette bric gland tapette pédale pedale
    `,
    mild: 'abruti andouille merdaillon emmanche emmanché enflure',
    homonyms: 'glandeuse fumier',
  },
};
