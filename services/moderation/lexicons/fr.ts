import type { LanguageSource } from './source.ts';

/**
 * French. Strong and extreme words hide the comment until a person has read it, mild ones are only remembered, words
 * with an innocent meaning ask for a look. Accents may be written or not.
 */
export const FR: LanguageSource = {
  lang: 'fr',
  groups: [
    // Profanity that is no word of another language the service meets.
    {
      severity: 'strong',
      category: 'profanity',
      everywhere: true,
      words: `
        merde/s merdique/s merdeux/eux merdasse/s merdier/s merdouille/s merdouiller/er merdaillon/s merdoyer merder/er
        emmerder/er emmerdeur/eur emmerdement/s emmerdant/es démerdard/es foutre jean-foutre jeanfoutre foutrement
        mrd mrde merd meeerde mairde
        putain/s putin ptain/s poutain/s putaing putaiiin ptn puutain purain
        chier chiez chiant/es chiante/s chieur/eur chierie/s chiasse/s chiure/s conchier/er
        couille/s couillon/s couillonne/s couillonnade/s couillonner/er couillu/es
        connerie/s konnerie/s
        bordel
        foutaise/s
      `,
      phrases: `
        fait chier, faire chier, fais chier, font chier, faites chier, fasse chier, va chier, allez chier, à chier,
        bordel de merde, putain de merde, nom de dieu de merde, de merde, casse couille, casse couilles, cassecouilles,
        casse burnes, casse bonbons, brise burnes, vide couilles, vider les couilles, les couilles, sac à merde,
        tas de merde, bouffeur de merde, mange merde, sous merde, sousmerde, foutre le camp, va te faire foutre,
        allez vous faire foutre, va te faire voir, rien à foutre, rien à branler, plein le cul, plein les couilles,
        va te faire mettre
      `,
    },
    // The same, but short words that mean something else in other languages.
    {
      severity: 'strong',
      category: 'profanity',
      words: `cul/s bite/s bitte/s teub/s teube/s zob/s chibre/s burnes roubignoles roupettes chie chies chient chié chiée
        chiés chiées chiait chiaient merd nichon/s fion/s`,
      accents: 'own',
      phrases: `mon cul, ton cul, leur cul, le cul, du cul, au cul, ton fion, sucer, me suce, ma bite, ta bite, sa bite, une bite, la bite`,
    },
    // Insults that are no word of another language.
    {
      severity: 'strong',
      category: 'insult',
      everywhere: true,
      words: `
        connard/es conard/es connasse/s conasse/s connar konar ducon duconnot duconlajoie connards connaud
        enculé/es enculer enculeur/eur enculade/s enculage/s enculerie/s encule/s enculez enculent enculant
        enfoiré/es enfoirer enflure/s emmanché/es empaffé/es empapaouté/es
        salaud/s salop/s salope/s salopard/es saloperie/s salopiaud/s sallope/s
        pétasse/s pouffiasse/s poufiasse/s grognasse/s chiennasse/s radasse/s conne/s pute/s putes putasse/s putassier/es
        trouduc/s trouducul trou-duc troudup
        branleur/eur branler/er branlette/s branlo branlos
        niquer/er nique niqueur/eur ntm ftg tgl nkm
        bâtard/es crevard/es raclure/s sous-race bouffon/s bouffonne/s
        fils2pute fils2p
      `,
      phrases: `
        trou du cul, trous du cul, trou de balle, trous de balle, fils de pute, fille de pute, filles de pute, fils de putes,
        fils de putain, fils de chienne, fils de chien, fils de p, filsdepute, fils de bâtard, enfant de putain, nique ta mère,
        nique ta race, nique sa mère, nique ta grand mère, niquez vos mères, niquer ta mère, niquer sa mère, niquetamère,
        va te faire enculer, allez vous faire enculer, va te faire niquer, va te pendre, ta gueule, tagueule,
        ferme ta gueule, fermez vos gueules, fermer leurs gueules, fermer leur gueule, fermer sa gueule, fermer ta gueule,
        ferme la gueule, vos gueules, sale con, sale conne, gros con, grosse conne, pauvre con, pauvre conne,
        petit con, petite conne, espèce de con, espèce de conne, bande de cons, tête de con, têtes de con, roi des cons,
        vieux con, vieille conne, jeune con, sale pute, sale chienne, sale porc, sale merde, grosse merde, lèche cul,
        lèche culs, lèchecul, faux cul, faux culs, gros tas de merde, tête de noeud, tête de gland, suce bite, suce boules, suce moi,
        suce ma bite, sucer ma bite, suceur de bites, suceuse de bites, bouffe mes couilles, mange tes morts, nique tes morts,
        nique sa race, ta race maudite, enfant de salaud, face de cul, tête de cul, gueule de merde, cul terreux, culs terreux
      `,
    },
    {
      severity: 'strong',
      category: 'insult',
      words: `con/s connes kon konne fdp tg pd/s garce/s catin/s gourgandine/s roulure/s`,
      accents: 'own',
    },
    // What is said of bodies and acts.
    {
      severity: 'strong',
      category: 'sexual',
      everywhere: true,
      words: ` partouze/s partouzer/er partouzeur/eur gangbang/s    `,
      phrases: `
        ta chatte, sa chatte mouille, grosse chatte, chatte mouillée, lécher la chatte, bouffer la chatte, baiser ta mère, baise ta mère,
        je te baise, je vais te baiser, te faire baiser, se faire baiser, baise moi, grosse queue dans, sucer ma queue, suce ma queue,
        gros nichons, gros nibards, à poil salope
      `,
    },
    // Slurs.
    {
      severity: 'extreme',
      category: 'slur',
      everywhere: true,
      words: `
        bougnoule/s bougnoul/s bounioul/s bougnoulie bicot/s crouille/s crouillat/s boukak/s
        négresse/s nègresse/s niakoué/es niakouée/s niakwé/s chinetoque/s chinetoc/s chintok/s
        youpin/es youtre/s youd/s youpinisation bamboula/s
        tafiole/s tantouze/s tantouse/s tarlouze/s tarlouse/s tarlope/s fiotte/s gouine/s travelo/s lopette/s pédoque/s
        pédé/s   enculeurs mongolien/s mongolienne/s mongolo/s triso/s
        negrillon/s
      `,
      phrases: `
        sale arabe, sales arabes, sale noir, sales noirs, sale juif, sale juive, sales juifs, sale nègre, sales nègres,
        sale négro, sale blanc, sales blancs, sale race, sales races, sale pédé, sale gouine, sale gay, sale homo, sales homos,
        sale musulman, sales musulmans, sale chinois, sale gitan, sales gitans, sale migrant, sales migrants, sale rom,
        sales roms, sale étranger, sales étrangers, sale immigré, sales immigrés, face de citron, tête de chinois,
        attardé mental, attardée mentale, attardés mentaux, attardées mentales, sale attardé, enculeur de chèvres, enculeurs de chèvres,
        baiseur de chèvres, retourne dans ton pays, sous homme, sous hommes, race inférieure
      `,
    },
    {
      severity: 'strong',
      category: 'slur',
      accents: 'own',
      words: `pédés gogol/s `,
    },
    // Threats.
    {
      severity: 'extreme',
      category: 'threat',
      everywhere: true,
      phrases: `
        je vais te tuer, je vais te crever, je vais te buter, je vais te saigner, je vais te défoncer, je vais te péter la gueule,
        je vais te casser la gueule, je vais t'égorger, je vais te retrouver, on va te tuer, on va te crever, on va te buter,
        tu vas crever, tu vas mourir, vous allez crever, va crever, crève salope, crève charogne, suicide toi, pends toi,
        va mourir, va te suicider, va te tuer, je sais où tu habites, on sait où tu habites, je te tue, à mort les, mort aux juifs,
        mort aux arabes, mort aux noirs, mort aux pédés
      `,
    },
    // Rude, not worse: remembered.
    {
      severity: 'mild',
      category: 'insult',
      accents: 'own',
      words: `
        abruti/es crétin/es imbécile/s débile/s idiot/es andouille/s pignouf/s plouc/s minable/s tocard/es nullard/es
        bouffon/s bouffonne/s taré/es boulet/s glandeur/eur glandu/es feignasse/s fainéant/es mauviette/s pimbêche/s
        vaurien/s sagouin/s schnock/s chnoque/s péquenaud/es bouseux/eux cruche/s gourde/s dégueulasse/s dégueu
        gueule/s gueuler/er gueulard/es attardé/es beauf/s facho/s bobo/s kikoo trouillard/es
        foutu/es fout fous foutent foutez foutons foutait s'enfoutre démerder/er chiotte/s gerber/er
        clebs salingue pourri/es ordure/s rital/s boche/s chleuh/s rosbif/s
      `,
    },
    // Words with an innocent meaning.
    {
      severity: 'strong',
      category: 'sexual',
      homonym: true,
      accents: 'own',
      words: `chatte/s   baise baisé/es baiseur/eur baisable gland/s tringler/er troncher/er `,
    },
    {
      severity: 'strong',
      category: 'slur',
      homonym: true,
      accents: 'own',
      words: `tapette/s nègre/s negro/s mongol/s macaque/s raton/s pédale/s   guenon/s chienne/s truie/s trainée/s traînée/s`,
    },
  ],
  exceptions: {
    words: `
      député/es concours conseil/s assécher assassin/s bisou/s culture/s concert/s contrée/s concombre/s
    `,
    prefixes: `députa réputa disputa imputa amputa computa`,
    phrases: `
      cul de sac, culs de sac, cul de jatte, culs de jatte, cul de poule, cul de lampe, culs de lampe, cul de bouteille, cul sec, cul de four,
      cul de basse fosse, bouche en cul de poule, gratte cul, gratte culs, pousse au cul, petit bâtard de pain, pain bâtard, rue du cul de sac,
      tapette à souris, tapettes à souris, tapette à mouches, tapettes à mouches, pédale de frein, pédale d'accélérateur, pédale d'embrayage,
      pédales de frein, pédale douce, perdre les pédales, pédale automatique, la chatte a eu, chatte et ses chatons, chatte stérilisée,
      raton laveur, ratons laveurs, nègre littéraire, nègres littéraires, art nègre, tête de nègre, code noir,
      traînée de poudre, traînées de condensation, traînée de condensation, traînée de fumée, traînée lumineuse,
      empire mongol, invasion mongole, steppe mongole, peuple mongol, gland de chêne, glands de chêne,
      saint con, putain respectueuse, la p respectueuse, bordel militaire de campagne, fleurs de bâtard,
      bite d'amarrage, bites d'amarrage, bitte d'amarrage, bittes d'amarrage, bitte de bois,
      sous homme d'affaires, con brio, con fuoco, con moto, con spirito, con anima, amor con, viva con, vaya con dios, pros and con
    `,
  },
  commonWords: `
    a ai as au aux bas bon ca car ce ces cet ci con d da dans de des dit du elle en es est et eu eux fait fin il ils j je l la
    le les leur lui ma mai mais me mer mes mi mon n ne ni nos nous nu on ont or ou oui par pas peu peut plus pour pre pu pur qu
    que qui re rue s sa sans se ses si son sont sous sur t ta te tel tes ton tot tous tout tres tu un une va vas vers vie vos
    vous vu y bal lac bord ami amis sac sel riz mur
  `,
  packageReview: {
    drop: `
      andouille avorton bitembois bougre bourdille cacou cafre caldoche chachar chagasse chauffard coche cocher courtaud cricri crotte
      crotté croûton droguille drouille droguée envaselineur épais epais espingoin manche maraud marchandot magot margouilliste mauviette
      michto minus misérable miserable moinaille monacaille moricaud nase naze pecque pet péteux peteux pleutre porcas poucav pouf pounde
      poundé punaise robespierrot sale sottiseux stéarique stearique têteux téteux teteux traîne-savates tocard vier viédase viedase goï
      godon lavette lâcheux lacheux gaupe guindoule gueniche patarin pissou raton ripopée ripopee satrouille sent-la-pisse bic bicot
      bouseux manchot branque gourde imbécile imbecile crétin cretin débile debile abruti beauf bouffon plouc minable kikoo kikou pignouf
      dugenoux dugland glandu glandeur glandouillou péquenaud pequenaud pimbêche vaurien sagouin schnoc schnock schnoque chnoque chleuh
      schleu fritz kraut rosbif boche feignasse démerder demerder déguelasse deguelasse moins-que-rien niaiseux panoufle makoumé makoume
      macoumé gland gourgandine porcasse xéropineur xeropineur zguègue zguegue tocard traînée trainee traînee schbeb raclure pourriture fumier
      putin pisseux truiasse tapette pédale pedale pédé pede con cons conne cul nique bite garce bordel batard bâtard chier foutre fouteur
      cafard boudin vide mange teube teubé tebé tebe gdm pd ntm fdp conchier coune couniflé counifle yeule
    `,
    mild: `
      enflure avorton merdaillon
    `,
    homonyms: `glandeuse`,
  },
};
