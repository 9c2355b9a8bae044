/** Short comments as people write them under articles, one a line, by their language. */
export const SHORT_COMMENTS = {
  fr: lines(`
    Le maire ferait mieux de s’occuper des écoles avant de refaire la place.
    Encore une dépense inutile, et c’est nous qui allons payer.
    J’habite juste à côté et je n’ai jamais vu autant de travaux.
    Très bon article, merci à la rédaction pour le travail d’enquête.
    On verra bien ce que ça donne dans deux ans, mais j’ai des doutes.
    Pourquoi personne ne parle des conséquences pour les commerçants ?
    Il a mal compris la question et il répond à côté, comme d’habitude.
    C’est pas sérieux, quand est-ce qu’ils vont enfin écouter les gens ?
    Mon père travaillait dans cette usine, c’était une autre époque.
    La culture ne coûte pas si cher que ça quand on regarde les chiffres.
    Le chat de ma voisine est un petit con, mais je l’aime bien.
    Vous avez raison, ce projet est trop cher pour une commune comme la nôtre.
    Les bus sont toujours en retard, on ne peut compter que sur ses pieds.
    Je suis d’accord avec vous, mais il faut aussi penser aux jeunes.
    Quelle honte, trente ans que cela dure et rien n’a changé.
  `),
  en: lines(`
    I can't believe they are spending this much on a car park.
    The mayor should think about the schools before anything else.
    Great article, thank you for explaining it so clearly.
    What about the people who have lived here for thirty years?
    It was never going to work, and everybody knew that.
    You are missing the point, this is not about money at all.
    My grandfather built that hall with his own hands.
    Why would anyone vote for this after what happened last year?
    They always say the same thing and nothing ever changes.
    I live around the corner and the noise is unbearable at night.
    There are pros and cons, but I think we should give it a try.
    Stop complaining and come to the next meeting if you care.
    The bus is late every single day and nobody seems to mind.
    He has no idea what he is talking about, as usual.
    We need more trees and fewer cars in the middle of town.
  `),
  tr: lines(`
    Bu kadar parayı otoparka harcadıklarına inanamıyorum.
    Belediye başkanı önce okulları düşünmeli bence.
    Çok güzel bir yazı olmuş, teşekkür ederim.
    Otuz yıldır burada yaşayan insanlar ne olacak?
    Bu iş hiçbir zaman olmayacaktı, herkes de biliyordu.
    Konuyu anlamamışsın, mesele para değil ki.
    Dedem o binayı kendi elleriyle yapmıştı.
    Geçen sene olanlardan sonra kim oy verir bunlara?
    Hep aynı şeyi söylüyorlar ama hiçbir şey değişmiyor.
    Köşede oturuyorum, geceleri gürültüden uyuyamıyoruz.
    İyi tarafı da var kötü tarafı da, bence denemeye değer.
    Şikayet etmeyi bırak da bir sonraki toplantıya gel.
    Otobüs her gün geç kalıyor ve kimsenin umurunda değil.
    Sen ne mal adamsın ya, hiçbir şeyden haberin yok.
    Şehrin ortasında daha çok ağaç ve daha az araba lazım.
  `),
  ar: lines(`
    لا أصدق أنهم ينفقون كل هذا المال على موقف سيارات.
    على رئيس البلدية أن يفكر في المدارس أولا.
    مقال رائع، شكرا على الشرح الواضح.
    ماذا عن الناس الذين يعيشون هنا منذ ثلاثين سنة؟
    لم يكن هذا لينجح أبدا والجميع كان يعرف ذلك.
    أنت لم تفهم القصد، المسألة ليست مسألة مال.
    جدي بنى تلك القاعة بيديه.
    من سيصوت لهم بعد ما حدث العام الماضي؟
    يقولون الشيء نفسه دائما ولا يتغير شيء.
    أسكن قريبا من هناك والضجيج لا يحتمل ليلا.
    كفى شكوى وتعال إلى الاجتماع القادم.
    الحافلة متأخرة كل يوم ولا أحد يهتم.
    نحتاج إلى أشجار أكثر وسيارات أقل وسط المدينة.
    هذا الرجل لا يعرف عما يتحدث كالعادة.
    والله العظيم تعبنا من هذا الكلام الفاضي.
  `),
  de: lines(`
    Ich kann nicht glauben, dass sie so viel Geld für einen Parkplatz ausgeben.
    Der Bürgermeister sollte zuerst an die Schulen denken.
    Sehr guter Artikel, danke für die klare Erklärung.
    Was ist mit den Leuten, die seit dreißig Jahren hier wohnen?
    Das konnte ja nie funktionieren, und alle wussten es.
    Du hast es nicht verstanden, es geht gar nicht ums Geld.
    Mein Großvater hat die Halle mit eigenen Händen gebaut.
    Wer wählt die denn noch nach dem letzten Jahr?
    Die sagen immer dasselbe und nichts ändert sich.
    Ich wohne um die Ecke, der Lärm ist nachts nicht auszuhalten.
    Es gibt Vor- und Nachteile, aber wir sollten es mal versuchen.
    Hör auf zu jammern und komm zur nächsten Sitzung.
    Der Bus kommt jeden Tag zu spät und keinen stört es.
    Der ist so dick und dumm, dass er es nicht einmal merkt.
    Wir brauchen mehr Bäume und weniger Autos mitten in der Stadt.
  `),
  es: lines(`
    No me puedo creer que se gasten tanto dinero en un aparcamiento.
    El alcalde debería pensar primero en las escuelas.
    Muy buen artículo, gracias por explicarlo tan claro.
    ¿Y qué pasa con la gente que vive aquí desde hace treinta años?
    Esto nunca iba a funcionar y todo el mundo lo sabía.
    No has entendido nada, no se trata de dinero.
    Mi abuelo construyó ese edificio con sus propias manos.
    ¿Quién va a votarles después de lo del año pasado?
    Siempre dicen lo mismo y nunca cambia nada.
    Vivo a la vuelta de la esquina y el ruido es insoportable por la noche.
    Tiene sus ventajas y sus inconvenientes, pero hay que probarlo.
    Deja de quejarte y ven a la próxima reunión.
    El autobús llega tarde todos los días y a nadie le importa.
    Este tío no tiene ni idea de lo que habla, como siempre.
    Hacen falta más árboles y menos coches en el centro.
  `),
  it: lines(`
    Non posso credere che spendano così tanto per un parcheggio.
    Il sindaco dovrebbe pensare prima alle scuole.
    Ottimo articolo, grazie per la spiegazione così chiara.
    E le persone che vivono qui da trent’anni?
    Non poteva funzionare e lo sapevano tutti.
    Non hai capito niente, non è una questione di soldi.
    Mio nonno ha costruito quella sala con le sue mani.
    Chi li voterà ancora dopo quello che è successo l’anno scorso?
    Dicono sempre le stesse cose e non cambia mai niente.
    Abito dietro l’angolo e di notte il rumore è insopportabile.
    Ci sono pro e contro, ma secondo me vale la pena provare.
    Smettila di lamentarti e vieni alla prossima riunione.
    L’autobus è in ritardo tutti i giorni e a nessuno importa.
    Questo non sa nemmeno di cosa parla, come al solito.
    Servono più alberi e meno macchine in mezzo alla città.
  `),
  pt: lines(`
    Não acredito que gastem tanto dinheiro num parque de estacionamento.
    O presidente da câmara devia pensar primeiro nas escolas.
    Muito bom artigo, obrigado por explicar tão bem.
    E as pessoas que vivem aqui há trinta anos?
    Isto nunca ia funcionar e toda a gente sabia.
    Você não entendeu nada, não se trata de dinheiro.
    O meu avô construiu aquele salão com as próprias mãos.
    Quem vai votar neles depois do que aconteceu no ano passado?
    Dizem sempre a mesma coisa e nada muda.
    Moro ao virar da esquina e o barulho é insuportável à noite.
    Tem prós e contras, mas acho que vale a pena tentar.
    Para de reclamar e vem à próxima reunião.
    O ônibus atrasa todo dia e ninguém se importa.
    Esse cara não sabe do que está falando, como sempre.
    Precisamos de mais árvores e menos carros no centro da cidade.
  `),
  ru: lines(`
    Не могу поверить, что они тратят столько денег на парковку.
    Мэру стоило бы сначала подумать о школах.
    Отличная статья, спасибо за понятное объяснение.
    А как же люди, которые живут здесь тридцать лет?
    Это никогда бы не сработало, и все это знали.
    Ты ничего не понял, дело вовсе не в деньгах.
    Мой дед построил этот зал своими руками.
    Кто будет за них голосовать после прошлого года?
    Они всегда говорят одно и то же, и ничего не меняется.
    Я живу за углом, ночью шум невыносимый.
    Есть плюсы и минусы, но я думаю, попробовать стоит.
    Хватит жаловаться, приходи на следующее собрание.
    Автобус опаздывает каждый день, и никому нет дела.
    Он как обычно не знает, о чём говорит.
    Нам нужно больше деревьев и меньше машин в центре.
  `),
} as const;

/** Too short to tell, or in languages that have no lexicon. */
export const UNTOLD = lines(`
    Merci !
    +1
    Bravo
    lol
    mdr
    OK
    Ridicule.
    Macron démission
    Paris Saint-Germain Olympique de Marseille
    https://www.example.org/de/la/que/el/und/nicht
    Vaubrune Halle Budget 2026
    ik vind het een heel goed idee van de gemeente om dit te doen
    To jest bardzo dobry pomysł, ale kto za to zapłaci?
    Det är en mycket bra idé men vem ska betala för det?
    Este un articol foarte bun, dar cine va plăti pentru asta?
    Això és molt car i no servirà per a res, com sempre.
    Це дуже добра ідея, але хто за це заплатить?
    این مقاله خیلی خوب است ولی چه کسی پول آن را می‌دهد؟
    日本語のコメントです。とても良い記事でした。
    אני לא מאמין שהם מבזבזים כל כך הרבה כסף
    Αυτό είναι πολύ ακριβό και δεν θα αλλάξει τίποτα
  `);

/** French with words of other languages in it. */
export const FRENCH_WITH_GUESTS = lines(`
    On va tous in the mood de se faire avoir, comme dit le maire.
    Il a dit « no pasarán » et puis il a voté pour, le courage quoi.
    Le con de service a encore parlé, et ça fait mal.
    Mon ami Dick vient du Kent, il est très bien, lui.
    Am Stram Gram, le budget est passé dans la poche de qui ?
    La dolce vita pour eux, la galère pour nous, comme toujours.
    Vive la liberté de la presse, et que la fête commence !
    Un mal pour un bien, disait ma mère, et elle avait raison.
    Son pet a fait rire toute la salle du conseil.
    Le Real de Madrid a gagné et la place est pleine de monde.
  `);

function lines(text: string): readonly string[] {
  return text.trim().split(/\n\s*/);
}
