import type { LanguageSource } from './source.ts';
import { eachWith, TR_FORMS } from './tr-forms.ts';
import { TR_SLURS_AND_THREATS } from './tr-threats.ts';

/** What follows "amına", "anana", "ağzına" …: put it there. */
const PUT = `
  koy, koyim, koyam, koyum, koyem, koyayım, koyiyim, koyayim, koyiim, koyyim, koyuyum, koyduğum, koyduğumun,
  koyduğumunun, koyduklarım, koyduklarımın, kodum, koduğum, koduğumun, kodumun, kodumunun, koduklarım, koyarım,
  koyarlar, koyar, koyarız, koyacağım, koyucam, koycam, koyacam, koyuyum, koyuyorum, koydum, koydu, koydun, koyduk,
  koymuş, koyan, koysun, koysunlar, koyulası, koyduğumu, koyyayım, koyayın, koyalım, koyak, koymak, goyim, goyam, goyum,
  goyayım, goduğum, goduğumun, godum, godumun, gorum, koiym, koim, koyimm, kym, koyym, soktuğum, soktuğumun, sokayım,
  sokarım, sokim, sokam, soktum, çakayım, çakim, çaktığım, çaktığımın, kaydığım, kaydığımın, kayayım, kayarım, kayim
`;

/**
 * Turkish. See fr.ts for what the severities do. The canonical form knows no dotless ı: where ı makes an innocent word
 * of a form ("sıktı"), the form counts only as it is written, and is a homonym where people without a Turkish keyboard
 * mostly mean the innocent word ("sikildi").
 */
export const TR: LanguageSource = {
  lang: 'tr',
  inflections: TR_FORMS,
  respellings: [
    [/k/g, 'q'],
    [/v/g, 'w'],
    [/ş/g, 'sh'],
    [/ç/g, 'ch'],
  ],
  groups: [
    // No word of another language begins like these.
    {
      severity: 'strong',
      category: 'profanity',
      everywhere: true,
      infixes: 'orospu orosbu amınakoy amınakoduğ yarrağı',
      prefixes: `
        orospu orosbu oruspu orusbu orospı orosbı orospi orosbi orispu urospu uruspu orrospu hassiktir hasiktir hassikti
        hassiktr hasiktr hassiqtir haysikey siktirgit siktirol siktirlan siktiribok sikeyim sikertme amınako amınaqo
        amınaguy amınago amunako amunago amugako amuğako amınasok amınısik amınısk amınevla amcık amcığ amcuk amcuğ
        amcıq yarrak yarrağı yarrağa yarraq dalyarak dalyarağ dalyarra dalyaraq dalyarah ananısik ananısk ananızısik
        anasınısik avradınısik bacınısik karınısik ebenisik belanısik sülalenisik ağzınısik götünüsik dininisik
        kafanısik allahınısik gelmişinigeçmişini pezeven pezewen pezeveng götveren götwere götvere götverdi
      `,
      words: 'siktir siktirsin siktiret sktir sktrgt hassktr hsktr amınakoyim',
      phrases: `
        ${eachWith('amına, amuna', PUT)},
        siktir git, siktir ol, siktirin gidin, siktir et, siktir lan, has siktir, hay sikeyim, ananı sikeyim,
        ananı sikerim, ananı siktim, ananı siktiğim, ananı siktiğimin, ananı sikiyim, ananı sikim, anasını sikeyim,
        anasını siktiğim, anasını siktiğimin, avradını sikeyim, ebeni sikeyim
      `,
    },
    // What only Turkish pages look for.
    {
      severity: 'strong',
      category: 'profanity',
      prefixes: `
          amınoğlu yarram yarrah götlek götleğ götoş götelek götüboklu götlal götlük taşak taşağ taşşak taşşağ daşak
          daşağ daşşak daşşağ şerefsiz
        `,
      words: `
        amk amkk amq amqq aq aqq amnk amnkym amkoyim amkoyum amkoyayım amkoy amkodum amkodumun amkcım amkya amklar amkun
        amkçoc ambiti ambitleri amsalak amsalaklar amcoğluuğu amkçocu amkçocukları amınk amkçoc anskm anskym annskm
        anansikim aminake aminaq amısına amınakym sktr siktr siktirr sktrgit sktirgit sktgt siktrgit skm skym skiyim
        skyim skeyim skerim skerm skrm sikrm skecem skcem skicem skim skmek skşmek skmişim skmsnk sktmn sktiğim
        sktiğimin sktğmn siktiler siktimin göt/ü götçü götçüler götveren götüm götünüz götn gtveren gtvrn götvrn
        götveran piç/i pich piçoğlu piçoğlupiç piçkurusu piçkuruları piçleşme piçleşti piçleştir bok/o boklama boklamak
        bokla bokladı bokboğaz bokçu boktanlık bokumuyedin bokyedi sıç/verba sıçık sıçtırma sıçtırdı sıçtırtma sıçmık
        sıçıcı sıçırt sıçtırık sik/verbe sik/nounte siklemem siklemez siklemiyorum siklemiyor siklemiyoz siklemiyoruz
        sikleyen siklemedi siklemedim siklemek siklemeyin sikleme siklemezler siklesin siklemeyiz sikindirik sikimsonik
        sikimsel sikimtrak sikko sikik sikikler sikiklerin sikkafa sikkafalı sikkırığı sikertirim sikerler sikseniz
        siktirboktan sihtir sigtir siggtir ziktir sikder sikicem sikicez sikcem sikecem sikecez sikleyim sikerttim
        siksok siktiriboktan yarak yaraklar yarağı yarağım yarağımı yarağıma yarağımın yarağımda yarağa yarağın yarağını
        yarağına yarakla yarağımdan yaraklı yaraktan yaraksın yarah yarram yarramı yrrk yrrak yarrk yrram yaragm
        yarakkürek yarraaa
      `,
      phrases: `
        ${eachWith(
          'anana, ananıza, anasına, bacına, avradına, ağzına, ebene, ebesine',
          `
            koyayım, koyim, koyam, koyarım, koyduğum, koyduğumun, kodum, kodumun, koduğum, koduğumun, sokayım, sokim,
            sokarım
          `,
        )},
        amına rahat, koduğumun, koduğumunun, kodumunun, kodumun çocuğu, kodumun salağı, kodumun evladı, kodumun malı,
        koyduğumun çocuğu, kodumun dünyası, sokayım böyle, sokarım böyle, sokayım sana, sokayım size, sokim sana,
        ebene sokayım, ananı avradını, anasını avradını, anasını bacısını, ananı bacını, ana avrat sövdü, ananın amı,
        anasının amı, ananızın amı, ebesinin amı, ebenin amı, bacının amı, ananın amına, anasının amına, ebesinin amına,
        götün teki, göte gel, göt gibi, göt kafalı, göt herif, göt lalesi, göt oğlanı, göt yalayıcı, piç kurusu, a q,
        döl israfı, döl israfısın, taşak geçme, taşak geçiyor, bok herif, bok ye, bok yeme, bok kafalı, bok yemenin,
        ağzına sıç, içine sıç, siki tuttu, siki tuttuk, siki tutmuş, siki tutarız, siki tuttun, siki tutacağız,
        sikim gibi, sik kafalı, sik kafa, sik kırığı, sike sike, sikimde değil, sikinde değil
      `,
    },
    // Forms that ı makes an innocent word, or another one.
    {
      severity: 'strong',
      category: 'profanity',
      accents: 'own',
      prefixes: 'siktir sikdir',
      words: `
        sik sik/verbi sikim sikimi sikimin sikimiz sikimizi sikin sikini sikinin sikiniz sikinizi sikimsin siksiz sikiş
        sikişi sikişin siktiğimin siktiğiminin siktirici siktimin siktiminin sıç sikeni sikene
      `,
    },
    {
      severity: 'strong',
      category: 'profanity',
      accents: 'required',
      phrases: 'o.ç',
      words: `
        amı amın amına amını amında amından amının amınla amım amıma amımı amımın amımda amınız amınıza amınızı amınızın
        amsız amlar amları oç oçlar oçları oçlara oçların oçu oçun oçlarının oçsun oçsunuz oçocuğu oçocukları çük çükü
        çüküm çükümü çüküme çükümün çükümde çükün çükünü çüküne çükünün çükler çüksüz çükübik çükünde çükümü puştu puşta
        puştun puştuk puştum puştunu puştuna
      `,
    },
    // Insults.
    {
      severity: 'strong',
      category: 'insult',
      prefixes: `
        kahpe kahbe gahpe gahbe gavat yavşak yavşağ yavşaq yawşak kaltak kaltağ sürtük sürtüğ şıllık şıllığ kevaşe
        kancık kancığ godoş deyyus dümbük dümbüğ soyubozuk sütübozuk kanıbozuk itoğlu itoğluit eşşoğlueş eşoğlueş
      `,
      words: `
        puşt puştlar puştları puştlara puştların puştlardan puştluk puştluğu puştluğun puştça puştsun puştsunuz puştoğlu
        puşttur puşttan gavad gavadlar yvşk yvsk yvşak pzvng zürriyetsiz zürriyetsizler kavat kavatlar kavatlık
        kavatlığı kavatsın kavatın kavatları kavatça pzvnk pezvenk pezevek pezevenk şrfsz şerefsz şrfszler deyus deyyuz
        şırfıntı şırfıntılar şırfıntısı şırfıntının dümbük hergelekahpe orostopol orostopolluk orostopollar kerhaneci
        kerhaneciler kerhanecinin oğlancı oğlancılar oğlancılık kulampara kulamparalar gulampara sübyancı sübyancılar
        sübyancılık fahişeninoğlu fahişeninevladı itinoğlu köpekoğlu köpoğlu köpoğluköpek köpoğulları hıyarto kaltaban
        kaltabanlar dallamalar
      `,
      phrases: `
        it oğlu it, itin oğlu, it soyu, it dölü, köpek soyu, köpeğin dölü, köpek dölü, eşek dölü, eşşek dölü,
        domuz dölü, haram dölü, şerefsiz dölü, köpek oğlu köpek, veledi zina, veled i zina, soyu bozuk, soyu bozuklar,
        sütü bozuk, sütü bozuklar, kanı bozuk, kanı bozuklar, dölü bozuk, mayası bozuk, fahişe çocuğu, fahişe çocukları,
        fahişe evladı, fahişenin evladı, fahişenin çocuğu, fahişenin oğlu, fahişe karı, fahişe seni, fahişe analı,
        anan fahişe, ananı eşşek, ananı eşek, ananı düzeyim, ananı düzerim, ananı düzdüğüm, ananı düzdüğümün,
        ananı beceririm, ananı becereyim, ananı bellerim, ananı bellediğim, ananı bellediğimin, ananı kayarım,
        ananı kayayım, ananı s, ananı skim, avradını düzeyim, ecdadını düzeyim, eşşek sıpası seni, ağzına vereyim,
        ağzına veririm, ağzına verdiğim, ağzına verdiğimin, ağzına verdiğiminin, ağzına alırsın, kaşar karı, kaşar kız,
        kaşar seni, kaşar kadın, şerefini s, namusunu s, dinini imanını, ırzını s, ırz düşmanı seni, it kopuk sürüsü,
        orası burası açık kaltak
      `,
    },
    // Bodies and acts.
    {
      severity: 'strong',
      category: 'sexual',
      prefixes: 'malafat saksocu',
      words: `
        domal/verbal domalt/verbal domaltır domaltırım domaltırlar sakso saksoya saksoyu saksolar saksoculuk bızır
        bızırı bızırını bızırına zıbık zıbığı zıbıklar amcıklama dildo dildolar dildoyu penisini götten kızlıkbozan
        sikişken sikişgen sikişkenler gangbang
      `,
      phrases: `
        sakso çek, sakso çekti, sakso çeker, sakso çekiyor, yarağımı ye, yarağımı yala, taşağımı ye, çükümü ye,
        çükümü yala, amını yala, götünü yala, götünü yerim, götten ver, götten veren, amını yalarım, kucağıma otur,
        ağzına boşal, ağzına boşalayım, yüzüne boşal, yüzüne boşalayım, ağzına al, ağzına alsana, otuzbir çek,
        otuz bir çek, otuz bir çekiyor, otuz bir çekti
      `,
    },
    ...TR_SLURS_AND_THREATS,
    // Rude, not worse: remembered.
    {
      severity: 'mild',
      category: 'insult',
      accents: 'own',
      prefixes: `
          gerizeka gerzek embesil dangalak dangalağ haysiyetsiz namussuz ahlaksız karaktersiz terbiyesiz onursuz
          hayasız
        `,
      words: `
        aptal/a salak/at salağı salağın salaksınız ahmak/at ahmağı budala/avowel enayi/vowel keriz/iz avanak/at avanağı
        angut/o andaval/a andavallı/avowel hödük/ü hödüğü lavuk/o lavuğu kıro/avowel keko/avowel hanzo/avowel
        maganda/avowel zibidi/vowel dallama/avowel dalyaprak şapşal/a gerzek/i beyinsiz/iz kafasız akılsız akılsızlar
        manyak/at manyağı sapık/at sapığı yalaka/avowel yobaz/a yobazlık çomar/a liboş/o hergele/vowel serseri/vowel
        kepaze/vowel kerata/avowel arsız/a utanmaz/a yüzsüz ödlek ödlekler edepsiz/iz soysuz/o kansız ciğersiz iffetsiz
        allahsız kitapsız dinsizimansız haramzade/vowel eşşek eşşekler eşşeksin öküz/iz ebleh/i dingil sümsük mankafa
        mankafalar salakça aptalca gerzekçe zevzek densiz pislik popo pipi kıç kıçı kıçını kıçına kıçımın kıçından
        osuruk osurmak osurdu osuran kerhane genelev götürük zırtapoz zırzop yavşadı yavşıyor yavşama yavşamak hastir
        hıyarağası hıyarağası kaknem cadaloz eşekoğlueşek eşşoğlueşşek pezevenkçe mastürbasyon kefere zındık yezit barzo
        hımbıl sünepe
      `,
      phrases: `
        geri zekalı, geri zekalılar, geri zekâlı, geri zekalısın, geri zekalıca, mal mısın, mal herif, mal gibi,
        mal değneği, malın teki, hayvan herif, hayvan oğlu hayvan, eşek herif, eşek oğlu eşek, eşşek oğlu, eşşek kafalı,
        domuz herif, öküz herif, ayı herif, it herif, it sürüsü, it sürüleri, köpek herif, kıt beyinli, kıt akıllı,
        kuş beyinli, boş beyinli, beyin özürlü, ruh hastası, akıl yoksunu, vatan haini, kapa çeneni, kes sesini,
        kes lan, sus lan, defol git, defol, kıç yalayıcı, cehennem ol, allah belanı versin, belanı versin,
        anasını satayım, anasını satim, ananın örekesi, zıkkımın kökü, lanet olası, allah kahretsin, ırz düşmanı
      `,
    },
    // Words with an innocent meaning.
    {
      severity: 'strong',
      category: 'sexual',
      homonym: true,
      accents: 'own',
      words: `
        siki sik/verbil am amina kodumun pezo pezolar pezosun koyduğumun yosma yosmalar mk mq sg sike sikesi sikenin
        düzerim beceririm sokayım sokim fahişe/vowel fahişenin fahişelerin aşüfte/vowel lubunya
      `,
      phrases: 'o çocuğu, o çocukları, ananı da al git',
    },
    {
      severity: 'extreme',
      category: 'slur',
      homonym: true,
      accents: 'own',
      words: 'gavur/u zenci/vowel çingene/vowel mongol/o spastik/i sevici/vowel moskof/o',
    },
  ],
  exceptions: {
    words: `
      sürttük sikkim kahpece domalan domalanı domalanlar domalanın domalanlı boksa boksu boksun boksunuz
    `,
    prefixes: `
        sikke sıktırma sıktırar sıktıra taşağıl merdiven merdan merdümgiriz gayrimenkule gayrimenkulle menkule menkulle
        aminoglut yarragon
      `,
    phrases: `
      sık sık, daha sık, çok sık, çok şıktır, en şıktır, daha şıktır, kadar şıktır, oldukça şıktır, gayet şıktır,
      pek şıktır, en sık, bu kadar sık, o kadar sık, sık görülen, sık sorulan, sık kullanılan, sık rastlanan,
      sık yapılan, sık tekrar, sık dişini,
      ${eachWith(
        `
          canımı, canını, canımızı, can, kurşun, gaz, gazı, su, suyu, elini, elimi, ellerini, dişini, dişimi,
          yumruğunu, kafasına, ateş, mermi, limon, parfüm
        `,
        'sıktı, sıktım, sıktın, sıkıyor, sıkıp, sıkmış, sık',
      )},
      piç sürgün, piç sürgünler, piç sürgünleri, piç dal, piç dallar, bok böceği, bok böcekleri, bokböceği, kahpe felek,
      kahpe kurşun, kahpe kurşunu, kahpe kurşunlar, kahpe kurşunlarla, kahpe kurşunlara, kahpe pusu, kahpe pusuda,
      kahpe dünya, kahpe bizans, kancık köpek, kancık eşek, kancık kedi, kancık kurt, çıfıt çarşısı, gotu kola, i got,
      got it, got a, got an, got the, got to, got my, got you, got me, got no, got some, you got, we got, he got,
      she got, they got, has got, have got, ve got, but got, who got, just got, never got, i am, am i, am not, am the,
      am a, ma'am, got kralı, got dili, got halkı, got dizisi, got finali, got un, got ta, got tan, got krallığı,
      got mimarisi, gavur dağı, gavur dağları, kedi bokuna
    `,
  },
  starred: 'orospu yarrak',
  commonWords: `
    o bu su ve ya da de ki mi mu ne ben sen biz siz bir iki uc on yuz az cok en hic her var yok al ver git gel et ol kal
    tut koy at it ot ok is as us ev el yol gun ay yil kar kis yaz bas kas tas yas mal sok kul kol kel kil kir kur kok
    ama icin gibi tek tam son ilk ara ana baba an ak ek il in im un ip us ac ad af ah sis pek gece sabah aksam
  `,
};
