import type { Group } from './source.ts';

/** Words of es.ts that are merely rude, and words that have an innocent meaning. */
export const ES_MILD: readonly Group[] = [
  // Rude, not worse: remembered.
  {
    severity: 'mild',
    category: 'insult',
    words: `
      idiota/s idiotez/z meapilas chupacirios atorranta/s atorrante/s chupasangre/s cenutrio/o jalabola/s bellaco/s
      cafre/s estúpido/o estupidez/z tonto/o tontaco tontazo tontolaba tontolabas tontaina/s tontito/o bobo/o
      bobalicón lelo/o necio/o cretino/o canalla/s payaso/s sinvergüenza/s desgraciado/o baboso/o zopenco/o zoquete/s
      majadero/o mentecato/o mequetrefe/s pazguato/o palurdo/o cateto/o paleto/o garrulo/o lerdo/o mamarracho/s
      fantoche/s fracasado/o inútil/es gentuza chusma escoria alimaña/s sabandija/s asqueroso/o guarro/o gorrino/o
      puerco/o marrano/o cochino/o cerdaco gilí giliflautas boludo/od boludez/z boludeces weón weona weones wn wna
      aweonada huevear/ar webeo hueviar zángano/s tarugo/s cabezahueca descerebrado/o retardado/o anormal/es
      oligofrénico/o demente/s lameculillos lamebotas chupamedias cagatintas cagaprisas chupatintas chupóptero/s
      pringado/o pelmazo/s soplapitos bocazas fanfarrón/on cornudo/o cabroncísimo facha/s fachorro/s podemita/s
      perroflauta/s progre/s naco/s naca/s gabacho/o franchute/s guiri/s flaite/s ñero/s pelagatos malfollá malafollá
      hostia/s ostias hostiazo/s hostión ostiazo coña jolín jolines mecachis pedorro/o pedorra meón/on meada/s mear/ar
      mearse pirado/o degenerado/o pervertido/o cachondo/o chichis chichona/s calentorro/o morcillón pichacorta
      lameescrotos nmms nmm cutre/s vendepatrias vendepatria malnacer meretriz meretrices miserable/s patán patanes
      rufián rufianes gandul/s gandules calzonazos pánfilo/o simplón/on ignorante/s subnormaloide
    `,
    phrases: `
      no mames, no manches wey, no mamar, me vale madre, me vale madres, ni madres, dar por saco, vete al infierno,
      vete al diablo, vete a freír espárragos, vete a hacer puñetas, váyase al diablo, cierra el pico, cierra la boca,
      cállate la boca, cara de perro, rata inmunda, ratas inmundas, cerdo asqueroso, cerdos asquerosos, cara dura,
      hijo de su madre, hijo de tu madre, tu madre es una, me la sopla, banda de ladrones, muerto de hambre,
      muertos de hambre
    `,
  },
  // Words with an innocent meaning.
  {
    severity: 'strong',
    category: 'sexual',
    homonym: true,
    words: `
      concha/s polla/s pija/s picha/s chucha chocho chocha panocha/s orto capullo/s zorra/s perras golfa/s fulana/s
      buscona/s pinche/s teta/s tetas cipote/s chota/s cachapera/s gonorrea/s csm ctm pirola/s chorra bollera/s
      tortillera/s tortilleras
    `,
  },
];
