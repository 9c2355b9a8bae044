import type { Group } from './source.ts';

/** Russian words in Latin letters, as they are typed without a Russian keyboard. */
export const RU_LATIN: readonly Group[] = [
  // No words of other languages.
  {
    severity: 'strong',
    category: 'profanity',
    everywhere: true,
    prefixes: `
      pizde pizdo pizdi pizdy pizdu pizda pizdyu raspizd otpizd spizd zapizd vypizd napizd opizdene pezdec pezdets blyad
      bljad bljat bliad bliat vyblyad viblyad cykabl sukabl dolboeb dolboyob dolboyeb dolbojeb dolbaeb dolbayob dolbayeb
      dolboyo mozgoeb mozgoyob mudoeb mudazvon ebanut ebanat ebanko yebanut yebanat yebany yobanut yobany yobaniy
      jobanyj zaebal zaebat zaebis zaebok zaebumb zayebal zayebis zaibal zaibis naebal naebat naebali nayebal viebal
      vyebal vyebat vyebon viebon vyyebal vyyebat poeben poyeben uyebok uyebish uyebk proyebal otebis otyebis otjebis
      huyesos xuesos khuesos hujesos huisos huynya huinya hujnya huinia huynia khuynya xuynya xuinya huyniu ohuel ohuet
      ohuenn ohuitel oxuenn oxuel oxuet axuel axuet axuenn huylo hujlo xuylo xuilo khuylo khuilo
    `,
    words: `
      pizda pizdy pizdu pizdoy pizdoj pizdec pizdets pizdez pizdetz pizdetc pizdato pizdatyy pizdatiy pizdit pizdeca
      pizdish pizdabol pizdobol pizdyuk pizduk pizdos pezdec pizdoliz pisdec pisdets pizdyulej pizdyuley raspizdyay
      raspizdyai pzdc pzdec blyad blyat bliad bliat bljad bljat blyadi blyadina blyadstvo blyadskiy blyatt bljadj nahuya
      nahuja naxuy naxui naxuj naxuya nakhuy nakhui nahuj poxuy poxui poxuj pokhuy pokhui pohuy pohuj pohuist nihuya
      nihuja nixuya nikhuya dohuya dohuja doxuya huynya huinya hujnya ohuenno ohuel ohuet ohuela ohueli ohuitelno
      ebanutyi ebanutyy ebanutiy ebanutyj ebanytyi ebatoria dolboeb dolboeby dolbaeb zaebal zaebis zaebalo mudak mudaka
      mudaki mudakov mudaku mudakom mudachyo mudachka mudila mudilo mudozvon mudakam zalupa zalupy zalupu zalupoy
      pidoras pidorasy pidaras pidarasy pidorasina pidorasi pidarasi govno govna govnom govnu govnyuk govnuk govnjuk
      govnoed govnjuki ublyudok ublyudki ublyudka ubludok ublyudkov shlyuha shlyuhi shlyuhu shluha shluhi shlyukha
      shlukha shlyuxa shluxa shalava mandavoshka chmoshnik sukinsyn
    `,
    phrases: `
      cyka blyat, cyka blat, suka blyat, suka blyad, suka bliat, cyka bljat, idi nahuy, idi nahui, idi nahuj,
      idi na huy, idi na hui, idi na huj, idi naxuy, idi na xuy, idi na xui, idi na khuy, poshel nahuy, poshel nahui,
      poshel na huy, poshel na hui, poshol nahuy, poshol nahui, poshol na huy, poshol na hui, poshyol nahuy,
      poshla nahuy, poshla nahui, poshli nahuy, pashol nahuy, pashol nahui, pashol na hui, pashel nahui, na huj, na xuy,
      na xui, na xuj, na huy, ni huya, ni huja, sosi huy, sosi hui, sosi huj, sosi xuy, sosi moy huy, eb tvoyu mat,
      yob tvoyu mat, eb tvoju mat, job tvoju mat, yeb tvoyu mat, yob tvoju mat, ebat tvoyu mat, ebal tvoyu mat,
      yob tvoyu, ebal v rot, v rot ebal, ya tvoyu mat ebal, tvoyu mat ebal, mat ebal, ebat kopat, v zhopu, v jopu,
      idi v zhopu, idi v jopu, idi v pizdu, v pizdu, suka ebanaya, sukin syn, sukiny deti, syn shlyuhi, syn shluhi,
      mne pohui, mne pohuy, mne nasrat, huy tebe, hui tebe
    `,
  },
  // Short ones, or words that other languages have.
  {
    severity: 'strong',
    category: 'profanity',
    innocentIn: 'tr fi id ja pl',
    prefixes: 'poebat poebal uebok uebki uebish ueban proebal proebat ahuenn ahuitel ahuyen ohuyen huesos pezda blyat',
    words: `
      gavno gavna gavnyuk gavnuk ahuel ahuela ahuenno ahuenna huesos huesosy uebok uebki pezda proebal proebali suka
      suki suku ssuka cyka cyku cyki xyu xyi haxyu haxyi noxyu noxyi suchka suchki suchku suchara suchary suchij blya
      blyaa blia blyet blyt pnh nahui nahuy pohui pohuja huy huya huyu huem khuy khui xuy xui xuya xuj huj hueta
      huyeta hueva hujeta huyevo huyovo xuevo hujovo huyovyy hule huyak hujak huylan huilo nihuia dohuia oxyel oxyet
      oxyenno ahuet ahueli ebat ebal ebala ebali ebalo eblo chmo ebalnik ebet ebesh ebut ebatsya ebatsa eblan eblany
      eblana eblya ebani ebany ebaniy ebanyy ebanyj ebannyy ebanaya ebanoe ebanye ebana ebuchiy ebuchy ebuchij ebuchaya
      ebashit ebnut ebnutyy ebnutyi ebnulsya ebanulsya ebis ebites ebyr yebat yebal yebalo yebany yeblan yobar yebanyy
      jebat jeblan jobany jobnutyj doebal doebalsya doebis razebal raz'ebal razyebal ob'ebal obebos pod'ebal podebal
      uebal uebi uebyvay uebat naebka naebalovo priebalsya s'ebal sebalsya s'ebalsya vebal v'ebal zhopa zhopu zhope
      zhopy zhopoy zhopoj zhopoliz jopa jopu jope jopoy jopoliz zhopnik srat obosralsya obosral zasranec zasranets
      zasranka srany sraniy sranyy sranaya sranoe obosratsya prosral prosrali herovo hernya hernyu poher naher nahera
      dohera nihera ohrenet her'nya govnyanyy der'mo derjmo drochit drochish drochil drochila drochun drochka drochi
      zadrot zadroty trahat trahal trahnul traxat traxal trahaet trahnu otsosi otsosala pidr pidrila minetchica gnida
      gnidy padla padlyuka svoloch svolochi svolota mrazota sterva kurva kurvy gandon gandony gandona gondon gondony
      gondona zalupi vyebyvatsya
    `,
  },
  // Slurs and threats.
  {
    severity: 'extreme',
    category: 'slur',
    words: `
      pidor pidory pidora pidorov pidoram pidoru pidar pidary pidara pidorok pidorskiy pidorka pedik pediki pederast
      pederasty gomosek gomoseki gomik gomiki hohol hohly hohlam khokhol khokhly hohlushka zhid zhidy zhidov zhidam
      zhidovka churka churki churok churkam hachik hachey khachi chernozhopyy chernozhopiy chernozhopy chernozhopye
      chernomazyy uzkoglazyy uzkoglazye pindos pindosy pindosov chuchmek chuchmeki kacap kacapy katsap katsapy moskali
      moskalyaku negritos nigger niggery
    `,
    phrases: 'vonyuchiy hohol, gryaznyy hohol, tupoy hohol, bey zhidov, smert hohlam, smert zhidam',
  },
  {
    severity: 'extreme',
    category: 'threat',
    phrases: `
      ya tebya ubyu, ya tebya ub'yu, ubyu tebya, ub'yu tebya, ya ubyu tebya, ya tebya zarezhu, sdohni, sdohni suka,
      sdokhni, chtob ty sdoh, chtob ti sdoh, ubey sebya, ubeysya, povessya, ya znayu gde ty zhivesh,
      znayu gde ty zhivesh
    `,
  },
  {
    severity: 'mild',
    category: 'insult',
    words: `
      durak duraki durachok durachyo idioty debil debily debilka urod urody loh lohi loshara kozel kozly pridurok
      pridurki chmo tvar tvari podonok podonki kretiny bydlo zhlob minet nahren pohren nihrena ohrenet ohrenel zadnica
      zatknis
    `,
    phrases: 'tvoyu mat, poshel von, poshel ty, poshol ty',
  },
  {
    severity: 'strong',
    category: 'profanity',
    homonym: true,
    words: 'hui huli suchiy sosi ebu',
  },
];
