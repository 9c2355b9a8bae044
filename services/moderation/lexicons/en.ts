import type { LanguageSource } from './source.ts';

/** English. See fr.ts for what the severities do. */
export const EN: LanguageSource = {
  lang: 'en',
  groups: [
    // Known everywhere, and no word of another language.
    {
      severity: 'strong',
      category: 'profanity',
      everywhere: true,
      infixes: `fuck`,
      prefixes: `motherfuck muthafuck`,
      words: `
        fck fcks fcked fcker fckers fcking fckin fuk fuks fuked fuker fukers fuking fukin fukk fuckk fukkin fukker fcuk/v phuck/v phuk/v fvk
        fuckface/s fuckhead/s fuckwit/s fucktard/s fuckwad/s fuckboy/s fuckup/s fuckery fuckable wtf fux fuq fuxk/v fuc fugg fuggin stfu gtfo mofo/s muthafucka/s mutha mothafucka/s motherfcker mfer/s mfers
        shit/vv shite/s shitty shittier shittiest shithead/s shitbag/s shithole/s shitshow/s shitface/s shitfaced shitload/s shitstorm/s
        shitstain/s shitless shitlist shitpost/v shitfuck bullshit/vv bullshitter/s horseshit batshit apeshit dipshit/s chickenshit
        jackshit dogshit ratshit shat sh1te shyt shiit shitz shiet
        bitch/ves bitchy bitchass bitchslap biatch/pl beeyotch biotch btch/pl bytch/pl b1tch   bitchez sonofabitch
        asshole/s arsehole/s azzhole/s asshat/s asswipe/s assclown/s assface/s assfuck/v ashole/s assh0le assholery ahole/s
        dumbass/pl fatass/pl lardass/pl jackass/pl smartass/pl candyass punkass lameass bigass arsewipe arselick/v asslick/v asskisser/s
        dickhead/s dickhole/s dickwad/s dickweed/s dickface/s dickbag/s dickish dickheaded
        cunt/s cunty cuntish cuntface/s kunt/s cnut/s cuntbag/s
        cock-sucker cocksucker/s cocksucking cocksuck/v cockhead/s cockface/s cockmuncher/s cockknocker cockwomble/s
        wank/v wanker/s wanky wankstain/s twat/s twatty twathead/s twatwaffle twunt/s
        bollocks bollock/s bellend/s knobhead/s knobend/s knobjockey shitehawk
        whore/s whored whoring whorish whorehouse/s hoebag/s manwhore/s slut/s slutty sluttish sl00t skank/s skanky
        douchebag/s douchenozzle/s scumbag/s fuckboi
        pissflaps pissoff pussyhole jizz jism cumshot/s cumbag/s cumdump/s cumslut/s blowjob/s handjob/s rimjob/s titfuck/v titties titty
        dildo/s fleshlight boner/s nutsack/s ballsack/s schlong/s queef/s bukkake gangbang/v milf/s thot/s
      `,
      phrases: `
        son of a bitch, sons of bitches, piece of shit, pieces of shit, full of shit, go to hell you, kiss my ass, kiss my arse, lick my ass,
        suck my dick, suck my cock, eat my ass, eat shit, blow me bitch, fuck off, fuck you, f off you, f you, eff off, piss off, pissed off, pissing off,
        shut the fuck up, shut your face, jack off, jerk off, blow job, hand job, ass hole, dumb ass, cock sucker, mother fucker,
        pain in the ass, up your ass, your ass, my ass, his ass, her ass, their ass, asses kicked, dumb bitch, stupid bitch, lying bitch
      `,
    },
    // The same, but innocent words elsewhere.
    {
      severity: 'strong',
      category: 'profanity',
      words: `ass asses arse/s bastard/s prick/s dick/s dicks pussy/ies tits titty hoes hoez cum cums cumming turd/s tosser/s
        wanks   minge/s clit/s clits shagger/s      cocksuckers mf mfs  
         bastardly bugger/s buggered piss pisses pissing pisser pissy`,
      phrases: `screw you, fucking hell, sucks dick, sucks cock, suck it, big cock, hard cock, my cock, your cock, his cock`,
    },
    // Slurs.
    {
      severity: 'extreme',
      category: 'slur',
      everywhere: true,
      words: `
        nigger/s nigga/s niggah/s niggaz niggas niggerish niggers niglet/s nigguh nigg nignog/s sandnigger/s niqqa/s nigah/s
        faggot/s faggots faggoty faggy fagbag fagtard phaggot/s faggit/s fgt fgts
         fucktard/s tranny trannies shemale/s
        kike/s gook/s wetback/s beaner/s raghead/s towelhead/s rapefugee/s muzzie/s camelfucker sandmonkey/s
        jigaboo/s porchmonkey/s spearchucker/s zipperhead/s golliwog/s darkie/s chinky paki/s pakis
        fudgepacker/s carpetmuncher/s rugmuncher/s
      `,
      phrases: `
        sand nigger, porch monkey, fudge packer, carpet muncher, rug muncher, tar baby, towel head, rag head, house negro,
        white trash, dirty jew, dirty jews, filthy jew, filthy jews, filthy arab, filthy muslim, filthy muslims, filthy immigrants
      `,
    },
    {
      severity: 'extreme',
      category: 'slur',
      words: `fag/s retard/s retarded spic/s coon/s wog/s mong/s spaz spazz lesbo/s dago/s gyppo/s pikey/s abbo/s`,
    },
    // Threats.
    {
      severity: 'extreme',
      category: 'threat',
      everywhere: true,
      words: `kys`,
      phrases: `
        kill yourself, kill your self, go kill yourself, hang yourself, go hang yourself, i will kill you, i'll kill you, i'm going to kill you,
        im going to kill you, gonna kill you, we will kill you, you will die bitch, go die, hope you die, hope you get raped, rape you,
        slit your throat, cut your throat, i will find you, i know where you live, we know where you live, beat the shit, shoot you in
      `,
    },
    // Rude, not worse: remembered.
    {
      severity: 'mild',
      category: 'insult',
      words: `
        damn damned goddamn goddamned dammit damnit crap crappy bloody hell pissed bum bums idiot/s moron/s moronic imbecile/s
        stupid dumb jerk/s loser/s sucks suck sucker/s screwed screw screwing ffs lmfao omfg butt/s butthole/s boob/s boobs fart/s farting
        poop arsed badass trollop jackasses douche/s douchey numbnuts git sod sodding scum tart wuss pansy nerd crackpot
        porn porno penis vagina anus anal semen rectum scrotum testicle/s orgasm/s breasts viagra
      `,
    },
    // Words with an innocent meaning.
    {
      severity: 'strong',
      category: 'sexual',
      homonym: true,
      words: `cock/s tit hoe bitched knob/s pecker/s spunk muff fanny shag shagged shagging slag/s minger/s willy wang balls horny hooker/s `,
    },
    {
      severity: 'strong',
      category: 'slur',
      homonym: true,
      words: `chink/s dyke/s queer/s homo/s jap/s spick/s   negro/pl spastic/s cripple/s mongol/s mongoloid/s redskin/s midget/s jihadi/s`,
    },
  ],
  exceptions: {
    words: `scunthorpe penistone clitheroe lightwater cockburn hitchcock hancock peacock/s cockpit/s cocktail/s shiitake shitake/s
      niggardly niggard niggle/s niggling snigger/s sniggering sniggered mishit/s assassin/s bass glass pass dickens dickinson dickson`,
    prefixes: `cockat cockro cockle`,
    phrases: `
      dick van dyke, van dyke, dick cheney, dick clark, dick turpin, dick tracy, dick whittington, dick grayson, dick francis, dick wolf,
      dick smith, dick durbin, dick powell, moby dick, philip k dick, philip dick, tom dick and harry, spotted dick, cabin dick,
      pussy willow, pussy willows, pussy cat, pussy cats, pussycat, pussy riot, octopussy, puss in boots, the bitch had, bitch and her puppies,
      brood bitch, breeding bitch, on an ass, an ass and, ox and ass, ass and cart, wild ass, the ass's, pack ass, asses' milk,
      maine coon, maine coons, coon hound, blue tit, great tit, coal tit, blue tits, great tits, coal tits, long tailed tits, marsh tits, crested tits, tits and finches,
      bearded tits, willow tits, tit for tat, magna cum laude, summa cum laude, cum laude, cum sociis, prick up, pricked up, prick of conscience,
      prick your finger, pin prick, village of fucking, fucking in austria, fucking austria, flame retard, fire retard,
      garden hoes, rakes and hoes, hoes and rakes, spades and hoes, wet hoes, spick and span, chink of light, chink in the armour, chinks in the armour,
      chink in his armour, cock crowed, cock a hoop, cock and bull, weather cock, stop cock, cock robin, cock of the north,
      slag heap, slag heaps, cut the slack, niger, burkina and niger, river niger, faggots and peas, faggots of wood
    `,
  },
  commonWords: `
    a all an and are as at be but by can car did do for from fun get go got had has have he her him his how i if in is it its let
    man me men mum my no not now of off on one or our out own per put she so sun ten the to too two up us use was way we who why
    you
  `,
  packageReview: {
    drop: `
      god lust lusting pawn wang willies willy cox cok dink dinks flange hoar hoare hoer duche dirsa fanyy cipa boiolas buceta kum kums
      muther nob pron spac titt teets teez mutha pimpis scroat heshe cyalis doggin dogging fook hore jiz kawk cawk breasts labia rimming
      feck coon
    `,
    dropPhrases: `s hit`,
    mild: `
      anal anus arrse ballbag beastial beastiality bestial bestiality bloody boob boobs booobs boooobs booooobs booooooobs boner breasts bum butt
      buttmuch butthole clitoris crap damn ejaculate ejaculated ejaculates ejaculating ejaculatings ejaculation ejakulate fellate fellatio
      cunilingus cunillingus cunnilingus god-dam god-damned goddamn goddamned hell hardcoresex heshe hotsex kondum kondums masochist
      masterbation masturbate nazi orgasim orgasims orgasm orgasms penis phonesex pissed poop porn porno pornography pornos pube rectum sadist
      scrotum semen sex smut testical testicle vagina viagra vulva xrated xxx lmfao
    `,
    homonyms: `balls chink cock cocks dick dyke fanny gaylord gaysex homo horny horniest jap knob muff pecker screwing shag shagging shaggin snatch spunk tit`,
  },
};
