import type { Group } from './source.ts';
import { eachWith } from './tr-forms.ts';

/** Peoples and groups as slurs name them. */
const GROUPS = `
  arap, araplar, araplara, arabı, arapları, yahudi, yahudiler, yahudisi, yahudileri, ermeni, ermeniler, ermenisi, kürt,
  kürtler, kürdü, kürtleri, suriyeli, suriyeliler, suriyelileri, afgan, afganlar, afganlı, afganlılar, zenci, zenciler,
  zencileri, çingene, çingeneler, çingenesi, gavur, gavurlar, gavuru, mülteci, mülteciler, göçmen, göçmenler, rum,
  rumlar, yunan, yunanlar, yunanlı, alevi, aleviler, müslüman, müslümanlar, türk, türkler, eşcinsel, eşcinseller,
  lezbiyen, lezbiyenler, gay, travesti, travestiler, siyahi, siyahiler, iranlı, pakistanlı, pakistanlılar, hristiyan,
  hristiyanlar
`;

/** The Turkish slurs and threats, see tr.ts. */
export const TR_SLURS_AND_THREATS: readonly Group[] = [
  // Slurs.
  {
    severity: 'extreme',
    category: 'slur',
    prefixes: 'ibne ipne ibina',
    words: `
        nonoş/o lezbo lezbolar inbe inbenin inbeler ibnetor ibnetorlar ibnelik ibnee gotveren çıfıt çıfıtlar çıfıtı
        çıfıtın çıfıtlık göçmenpiçi ermenidölü ermenipiçi yahudidölü yahudipiçi kürtpiçi kürtdölü rumpiçi araptohumu
        gavurtohumu gavurpiçi
      `,
    phrases: `
        ${eachWith('pis, leş, kokuşmuş', GROUPS)},
        ${eachWith(
          'ermeni, yahudi, rum, yunan, kürt, arap, gavur, suriyeli, bizans, alevi, türk, çingene',
          'dölü, dölleri, tohumu, tohumları, piçi, piçleri, köpeği, köpekleri, iti, itleri',
        )},
        kılıç artığı, kılıç artıkları, kılıç artığısın, kuyruklu kürt, kuyruklu kürtler, maymun zenci, kara maymun,
        zenci köle, zenci maymun, keçi siken, deve siken, ülkene dön pis, ülkenize defolun, kürt değil kurt,
        geri zekalı mongol, özürlü piç, sakat piç, çingene karısı, çingenelik yapma, gavurun dölü, gavurun piçi
      `,
  },
  // Threats.
  {
    severity: 'extreme',
    category: 'threat',
    everywhere: true,
    phrases: `
        ${eachWith(
          'seni, sizi, hepinizi',
          `
            öldürürüm, öldüreceğim, öldürücem, öldürecem, öldürcem, öldüreceğiz, öldürürüz, gebertirim, geberteceğim,
            gebertecem, geberticem, gebertiriz, geberteceğiz, keserim, keseceğim, kesicem, vururum, vuracağım, vurucam,
            vuracağız, gömerim, gömeceğim, gömücem, yakarım, yakacağım, yakıcam, doğrarım, doğrayacağım, boğarım,
            boğacağım, asarım, asacağım, asacağız, parçalarım, parçalayacağım, paramparça ederim, bıçaklarım, deşerim,
            yaşatmam, yaşatmayacağım, diri diri yakarım, diri diri gömerim, kurşuna dizerim, öldürmeye geliyorum
          `,
        )},
        öldürürüm seni, öldüreceğim seni, öldürücem seni, gebertirim seni, geberteceğim seni, gebertirim lan,
        keserim seni, vururum seni, yakarım seni, öldürürüm lan, öldürürüm sizi, kafanı keserim, kafanı keseceğim,
        kafanı kesicem, kafanı koparırım, kafanı koparacağım, kafana sıkarım, kafana sıkacağım, kafana sıkıcam,
        kafanı kırarım, kafanı patlatırım, kafanı ezerim, kellesini alırım, kelleni alırım, kelleni alacağım,
        kelleni keserim, kellen gidecek, gırtlağını keserim, gırtlağını keseceğim, gırtlağını sıkarım, boğazını keserim,
        boğazını keseceğim, boğazını sıkarım, canını alırım, canını alacağım, leşini sererim, leşini sereceğim,
        leşini çıkarırım, leşin çıkar, kanını içerim, kanını dökerim, kanını akıtırım, bacaklarını kırarım,
        bacağını kırarım, kemiklerini kırarım, ağzını burnunu kırarım, ağzını burnunu dağıtırım,
        ağzını yüzünü dağıtırım, ağzını yüzünü kırarım, ağzını kırarım, ağzını dağıtırım, evini biliyorum,
        evinizi biliyorum, nerede oturduğunu biliyorum, nerede yaşadığını biliyorum, evinin yerini biliyorum,
        evini basarım, evini yakarım, evini başına yıkarım, seni bulup öldüreceğim, seni bulacağım lan,
        geberirsin inşallah, kendini as, kendini öldür, git kendini as, git öl, git geber, intihar et, intihar etsene,
        git intihar et, öleceksin lan, öleceksin köpek, sonun ölüm olacak, asmak lazım sizi, sizi asmak lazım,
        hepinizi asmak lazım, tecavüz ederim, tecavüz edeceğim, tecavüz edicem, ırzına geçerim, ırzına geçeceğim,
        ırzına geçeyim, ırzına geçicem, umarım ölürsün, umarım tecavüze uğrarsın, ölmeni istiyorum, inşallah geberirsin,
        inşallah geberirsiniz, kansere yakalan,
        ${eachWith(
          `
            kürtlere, ermenilere, yahudilere, araplara, suriyelilere, mültecilere, alevilere, eşcinsellere, ibnelere,
            gavurlara, müslümanlara, zencilere, türklere, çingenelere, lgbtlilere, rumlara, göçmenlere
          `,
          'ölüm',
        )}
      `,
  },
  // What is "giver" in German, and such.
  {
    severity: 'extreme',
    category: 'threat',
    words: `
        geber geberin gebersin gebersinler gebereceksin gebereceksiniz gebersene gebertirim geberteceğim gebertecem
        geberticem
      `,
    phrases: 'öl geber, geber git, ölün geberin',
  },
];
