import type { LanguageSource } from './source.ts';

/** English. See fr.ts for what the severities do. */
export const EN: LanguageSource = {
  lang: 'en',
  inflections: {
    s: { on: '- s' },
    /** bitch, bitches */
    pl: { on: '- es' },
    /** pussy, pussies */
    ies: { off: 'y', on: 'y ies' },
    /** fuck, fucks, fucked, fucker, fuckers, fucking, fuckin */
    v: { on: '- s ed er ers ing in ings y' },
    /** shit, shits, shitting: the last consonant is doubled */
    vv: { on: '- s +ed +er +ers +ing +in +y' },
    /** bitch, bitches, bitched, bitching, bitchy */
    ves: { on: '- es ed er ers ing in y' },
    /** whore, whores, whored, whoring */
    ve: { off: 'e', on: 'e es ed ing ish' },
  },
  vForU: true,
  groups: [
    // Known everywhere, and no word of another language.
    {
      severity: 'strong',
      category: 'profanity',
      everywhere: true,
      infixes: 'fuck',
      prefixes: 'motherfuck muthafuck mothafuck motherfuk bullshit asshole arsehole dickhead cocksuck wanker',
      words: `
        fck fcks fcked fcker fckers fcking fckin fuk fuks fuked fuker fukers fuking fukin fukk fukkin fukker fcuk/v phuck/v phuk/v
        fuxk fuq fux fuct fckn effing fuckface/s fuckhead/s fuckwit/s fucktard/s fuckwad/s fuckboy/s fuckup/s fuckery fuckable fukd fking fkin fkn sht
        motherfucker/s motherfucking motherfucked muthafucker/s wtf stfu gtfo mofo/s motherfcker mfer/s muthafucka/s mothafucka/s
        shit/vv shitty shittier shittiest shithead/s shitbag/s shithole/s shitshow/s shitface/s shitfaced shitload/s shitstorm/s
        shitstain/s shitless shitlist shitpost/v shitfuck shithouse/s shitbird/s shite/s shitehawk
        bullshit/vv bullshitter/s horseshit batshit apeshit dipshit/s chickenshit jackshit dogshit ratshit shyt shiit shiet shiat sheeit shyte
        bitch/ves bitchy bitchass bitchslap biatch/pl beeyotch biotch btch/pl bytch/pl bitchez beyotch bioch biznatch sonofabitch
        asshole/s arsehole/s azzhole/s asshat/s asswipe/s assclown/s assface/s assfuck/v asshole assholery ahole/s arsewipe/s asslick/v
        dumbass/pl fatass/pl lardass/pl jackass/pl smartass/pl candyass punkass lameass
        dickhead/s dikhead/s dickhole/s dickwad/s dickweed/s dickface/s dickbag/s
        cunt/s cunty cuntish cuntface/s cuntbag/s cnut/s
        cocksucker/s cocksucking cocksuck/v cockhead/s cockface/s cockmuncher/s cockwomble/s
        wank/v wanker/s wanky wankstain/s twat/s twatty twathead/s twatwaffle twunt/s
        bollock/s bellend/s knobhead/s knobend/s
        whore/s whored whoring whorish whorehouse/s hoebag/s manwhore/s slutty sluttish skank/s skanky
        douchebag/s douchenozzle/s scumbag/s libtard/s
        pissflaps pissoff jizz jism cumshot/s cumbag/s cumdump/s cumslut/s blowjob/s handjob/s rimjob/s titfuck/v titties titty
        dildo/s nutsack/s ballsack/s schlong/s queef/s bukkake gangbang/v milf/s
      `,
      phrases: `
        son of a bitch, sons of bitches, piece of shit, pieces of shit, full of shit, kiss my ass, kiss my arse, lick my ass,
        suck my dick, suck my cock, eat my ass, eat shit, blow me bitch, fuck off, fuck you, fock you, fack you, fk you, fk u, fu ck, fuc k, bit ch, f off, eff off, piss off, pissed off, pissing off,
        shut the fuck up, what the f, jack off, jerk off, jacking off, jerking off, blow job, hand job, ass hole, dumb ass, cock sucker,
        mother fucker, bull shit, up your ass, your ass, my ass, his ass, her ass, their ass, dumb bitch, stupid bitch, lying bitch
      `,
    },
    { severity: 'strong', category: 'profanity', everywhere: true, innocentIn: 'sv da nb no', words: 'slut/s' },
    { severity: 'strong', category: 'profanity', everywhere: true, innocentIn: 'nl', words: 'kunt/s' },
    // The same, but innocent words elsewhere.
    {
      severity: 'strong',
      category: 'profanity',
      words: `
        ass asses arse/s bastard/s prick/s dick/s pussy/ies tits hoes hoez cum cums cumming turd/s tosser/s minge/s clit/s shagger/s
        mf mfs thot/s bastardly bugger/s buggered piss pisses pissing pisser pissy bollocks wazzock knobs
      `,
      phrases:
        'screw you, sucks dick, sucks cock, suck it, big cock, hard cock, my cock, your cock, his cock, dirty hoe',
    },
    // Slurs.
    {
      severity: 'extreme',
      category: 'slur',
      everywhere: true,
      prefixes: 'nigger nigga faggot',
      words: `
        nigger/s nigga/s niggah/s niggaz niggerish niglet/s nigguh nigg nignog/s sandnigger/s niqqa/s nigah/s nibba/s niqqer/s nlgger/s negger
        faggot/s faggoty faggy fagbag fagtard phaggot/s faggit/s fgt fgts
        tranny trannies shemale/s gook/s wetback/s beaner/s raghead/s towelhead/s rapefugee/s muzzie/s sandmonkey/s
        jigaboo/s porchmonkey/s spearchucker/s zipperhead/s golliwog/s darkie/s chinky fudgepacker/s carpetmuncher/s rugmuncher/s
      `,
      phrases: `
        sand nigger, porch monkey, fudge packer, carpet muncher, rug muncher, towel head, rag head, house negro,
        dirty jew, dirty jews, filthy jew, filthy jews, filthy arab, filthy muslim, filthy muslims, filthy immigrants
      `,
    },
    {
      severity: 'extreme',
      category: 'slur',
      words:
        'fag/s retard/s retarded spic/s coon/s wog/s mong/s spaz spazz lesbo/s dago/s gyppo/s pikey/s abbo/s paki/s kike/s',
    },
    // Threats.
    {
      severity: 'extreme',
      category: 'threat',
      everywhere: true,
      words: 'kys',
      phrases: `
        kill yourself, kill urself, kill ur self, unalive yourself, unalive urself, neck yourself, neck urself, kill your self, go kill yourself, hang yourself, go hang yourself, i will kill you, i'll kill you, i'm going to kill you,
        im going to kill you, gonna kill you, we will kill you, you will die bitch, go die, hope you die, hope you get raped,
        slit your throat, cut your throat, i know where you live, we know where you live, beat the shit
      `,
    },
    // Rude, not worse: remembered.
    {
      severity: 'mild',
      category: 'insult',
      words: `
        damn damned goddamn goddamned dammit damnit crap crappy bloody hell pissed bum bums idiot/s moron/s moronic imbecile/s
        stupid dumb jerk/s loser/s sucks suck sucker/s screwed screw screwing ffs lmfao omfg butt/s butthole/s boob/s boobs fart/s farting
        poop arsed badass trollop douche/s douchey numbnuts git sod sodding scum tart wuss crackpot hells sexy nazi nazis
        porn porno penis vagina anus anal semen rectum scrotum testicle/s orgasm/s breasts viagra boner/s
      `,
    },
    // Words with an innocent meaning.
    {
      severity: 'strong',
      category: 'sexual',
      homonym: true,
      words:
        'cock/s tit hoe bitched knob pecker/s spunk muff fanny shag shagged shagging slag/s minger/s balls horny hooker/s skanking',
    },
    {
      severity: 'strong',
      category: 'slur',
      homonym: true,
      words:
        'chink/s dyke/s queer/s homo/s jap/s spick/s negro/pl spastic/s cripple/s mongol/s mongoloid/s redskin/s midget/s jihadi/s polack/s honkey injun/s',
      phrases: 'camel jockey, camel jockeys',
    },
  ],
  exceptions: {
    words: `
      scunthorpe penistone clitheroe cockburn hitchcock hancock peacock/s cockpit/s cocktail/s shiitake shitake/s assess
      niggardly niggard niggle/s niggling snigger/s sniggering sniggered mishit/s assassin/s dickens dickinson dickson wankel
    `,
    prefixes: 'niggard',
    phrases: `
      dick van dyke, van dyke, dick cheney, dick clark, dick turpin, dick tracy, dick whittington, dick grayson, dick francis, dick wolf,
      dick smith, dick durbin, dick powell, dick advocaat, dick fosbury, dick button, dick cavett, dick dale, dick gregory, dick nixon, moby dick,
      philip k dick, philip dick, tom dick and harry, spotted dick, pussy willow, pussy willows, pussy cat, pussy cats, pussy riot, puss in boots,
      brood bitch, breeding bitch, an ass and, ox and ass, ass and cart, wild ass, pack ass, asses' milk,
      maine coon, maine coons, spic and span, suck it and see, jackass penguin, jackass penguins, fck copenhagen, coon hound, blue tit, great tit, coal tit, blue tits, great tits, coal tits, long tailed tits, marsh tits, crested tits,
      bearded tits, willow tits, tit for tat, magna cum laude, summa cum laude, cum laude, prick up, pricked up, prick of conscience,
      prick your finger, pin prick, fucking in austria, fucking austria, flame retard, fire retard, retard the growth,
      garden hoes, rakes and hoes, hoes and rakes, spades and hoes, spick and span, chink of light, chink in the armour, chinks in the armour,
      cock crowed, cock a hoop, cock and bull, weather cock, stop cock, cock robin, slag heap, slag heaps, faggots and peas, faggots of wood,
      bum fluff, butt of jokes, dildo newfoundland, door knobs, control knobs
    `,
  },
  // English is looked for on every page. Names and abbreviations of the press count as words here: ASS, JAP, MF 77, Lesbos.
  innocentIn: {
    fr: `
      retard/s ass mf/s thot/s fart/s git nazi/s porno/s anus anal rectum scrotum viagra sexy sex jerk/s douche/s fanny queer homo/s
      mongol/s clitoris smegma bestial pusse fagot/s lesbo/s idiot/s imbecile/s penis vulva dick/s negro kummer kock xxx ffs cum
      jap/s
    `,
    de: 'bellend/s wank fck fcks fux nigg effing dick hell idiot nazi/s porno/s anal anus penis vagina vulva sex sexy homo/s mongol negro git fanny kummer kock sadist masochist queer',
    cs: 'fuk fuks',
    es: 'negro anal porno sexy mongol homo/s ass cum clitoris vagina viagra nazi/s',
    it: 'porno/s sexy sex homo ass fanny vagina vulva viagra cum nazi',
    pt: 'negro anal porno/s puto sexy vagina vulva viagra cum homo',
    nl: 'hoe hoes slag sex porno anus penis vagina homo/s nazi/s git kock horny mongool',
    sv: 'fart slag sex hell anal anus penis porno homo/s tit prick nazist dick kock bum',
    da: 'kys fart slag sex hell anal anus penis porno homo/s nazi prik kock',
    no: 'kys fart slag sex hell anal anus penis porno homo/s nazi kock',
    nb: 'fart slag sex hell anal anus penis porno homo/s nazi kock',
    pl: 'fart anal anus penis porno homo sex',
    tr: 'kunt/s git sex anal penis porno',
  },
  starred: 'fuck fucking fucker shit cunt bitch asshole',
  commonWords: `
    a all an and are as at be but by can car did do for from fun get go got had has have he her him his how i if in is it its let
    man me men mum my no not now of off on one or our out own per put she so sun ten the to too two up us use was way we who why
    you
  `,
  packageReview: {
    drop: `
      god lust lusting pawn wang willies willy cox cok dink dinks flange hoar hoare hoer duche dirsa fanyy cipa boiolas buceta kum kums
      muther nob pron spac titt teets teez mutha pimpis scroat heshe cyalis doggin dogging fook hore jiz kawk cawk cawks breasts labia rimming
      feck boffing hoor hoore packi packie packy paky pakie peinus penas polak puuke puuker slag chuj chraa daygo dego dupa ekto feg
      flikker foreskin guiena hui knulle kuk kurac mamhoon mibun monkleigh mouliewop muie mulkku muschi nepesaurio perse picka pimmel preteen
      pula pule qahbeh rautenberg schaffer schmuck screw sharmuta sharmute shipal shiz skribz suka vittu yed zabourah ayir andskota dziwka
      faen helvete huevon lipshits lipshitz lezzian fart faig faigs feces gook ash0le nastt orafis orifiss kike kraut motha kusi ejackulate
      dominatrix dominatricks dominatrics enema orifice oriface hells hell poontsee splooge futkretzn sphencter skanck scank phuc
    `,
    dropPhrases: 's hit, flipping the bird',
    mild: `
      anal anus arrse ballbag beastial beastiality bestial bestiality bloody boob boobs booobs boooobs booooobs booooooobs boner bum butt
      buttmuch buttwipe butthole clitoris crap damn ejaculate ejaculated ejaculates ejaculating ejaculatings ejaculation ejakulate fellate fellatio
      cunilingus cunillingus cunnilingus god-dam god-damned goddamn goddamned hardcoresex hotsex kondum kondums masochist masokist
      masterbation masturbate nazi nazis orgasim orgasims orgasm orgasms orgasum penis penus phonesex pissed poop porn porno pornography pornos pube
      rectum recktum sadist scrotum semen sex sexy smut testical testicle vagina vajina viagra vulva vullva xrated xxx
    `,
    homonyms: `
      balls chink cock cocks dick dyke fanny gaylord gaysex homo horny horniest jap japs knob knobs muff pecker screwing shag shagging shaggin snatch
      spunk tit polack polac honkey injun
    `,
  },
};
