import type { Group } from './source.ts';

/** Slurs and threats of es.ts. */
export const ES_HATE: readonly Group[] = [
  // Slurs.
  {
    severity: 'extreme',
    category: 'slur',
    everywhere: true,
    prefixes: 'maricon marikon maricom mariconer',
    words: `
      maricón/on mariconada/s mariconazo marikón/on maricom mrcn mariconería mariconsón mariconcísimo amariconado/o
      amaricado/o sudaca/s negrata/s machupichu/s payoponi/s moraco/s moromierda/s panchitolandia gachupín gachupines
      boliguayo/s charnego/o muerdealmohadas soplanucas comealmohadas bujarra/s bujarrón bujarrones marimacho/s
      marimacha/s travelo/s traveco/s travolo/s mogólico/o mongolito/s subnormalazo subnormalidad subnormales
      putinegro/s patarrajada/s moronegro/s gitanaco/s
    `,
    phrases: `
      negro de mierda, negra de mierda, negros de mierda, negras de mierda, puto negro, putos negros, puta negra,
      putas negras, sucio negro, sucios negros, negro asqueroso, negros asquerosos, maldito negro, malditos negros,
      negro cabeza, negros cabeza, negro villero, negros villeros, negra villera, negro simio, negro apestoso,
      negros apestosos, cabecita negra, cabecitas negras, negro mugroso, negra sucia, negro sucio, moro de mierda,
      moros de mierda, mora de mierda, puto moro, putos moros, puta mora, putas moras, sucio moro, sucios moros,
      moro asqueroso, malditos moros, judío de mierda, judíos de mierda, judía de mierda, puto judío, putos judíos,
      sucio judío, sucios judíos, perro judío, perros judíos, malditos judíos, maldito judío, judío asqueroso,
      cerdo judío, cerdos judíos, rata judía, ratas judías, gitano de mierda, gitanos de mierda, gitana de mierda,
      puto gitano, putos gitanos, sucio gitano, sucios gitanos, chino de mierda, chinos de mierda, puto chino,
      putos chinos, chino cochino, indio de mierda, indios de mierda, india de mierda, indio asqueroso,
      indio apestoso, puto indio, putos indios, sucio indio, indio mugroso, pinche indio, pinches indios,
      pinche india, pinche negro, pinches negros, pinche prieto, pinches prietos, pinche gringo, pinches gringos,
      pinche judío, pinche chino, pinches chinos, indio pata rajada, pata rajada, sudaca de mierda, sudacas de mierda,
      puto sudaca, putos sudacas, panchito de mierda, panchitos de mierda, puto panchito, putos panchitos,
      machu pichu de mierda, bolita de mierda, boliviano de mierda, bolivianos de mierda, paraguayo de mierda,
      peruano de mierda, peruanos de mierda, colombiano de mierda, venezolano de mierda, venezolanos de mierda,
      veneco de mierda, extranjero de mierda, inmigrante de mierda, inmigrantes de mierda, puto inmigrante,
      putos inmigrantes, putos extranjeros, cholo de mierda, cholos de mierda, cholo asqueroso, serrano de mierda,
      villero de mierda, villeros de mierda, maricón de mierda, puto maricón, putos maricones, puto marica,
      putos maricas, marica de mierda, puto gay, putos gays, gay de mierda, gays de mierda, lesbiana de mierda,
      puta lesbiana, putas lesbianas, bollera de mierda, puta bollera, putas bolleras, joto de mierda,
      travesti de mierda, puto travesti, trans de mierda, puto trans, putos trans, puto musulmán, putos musulmanes,
      musulmán de mierda, musulmanes de mierda, puto árabe, putos árabes, árabe de mierda, árabes de mierda,
      puto discapacitado, putos discapacitados, puto inválido, puto tullido, puto retrasado, puta retrasada,
      putos retrasados, puto mongolo, puto subnormal, putos subnormales, retrasado mental, eres un retrasado,
      eres una retrasada, es un retrasado mental, sos un retrasado, sois unos retrasados, son unos retrasados,
      unos retrasados, pedazo de retrasado, de desviados, unos desviados, retrasada mental, retrasados mentales,
      retrasado de mierda, retardado mental, retardada mental, retardados mentales, débil mental, débiles mentales,
      deficiente mental de mierda, espaldas mojadas, vuelve a tu país, volved a vuestro país, vete a tu país,
      vuélvete a tu país, raza inferior, razas inferiores, raza de mierda, mujer de mierda, desviado sexual,
      desviados sexuales, panda de desviados, muerde almohadas, sopla nucas
    `,
  },
  {
    severity: 'extreme',
    category: 'slur',
    words: `
      marica/s marico/s negraco/s veneco/o judiada/s catalufo/o sidoso/o travas bufarra/s bufarrón bufarrones
      mariquitín subnormal/es mongolo/o joto/s jotito/s jotolón trolo/s trolazo mayate/s fleto/s maraco/s colipato/s
      bollerazo sarasas moromierda maketo/o
    `,
  },
  { severity: 'extreme', category: 'slur', accents: 'own', words: 'marica/s' },
  // Threats.
  { severity: 'extreme', category: 'threat', words: 'mátense ahórquense' },
  {
    severity: 'extreme',
    category: 'threat',
    everywhere: true,
    phrases: `
      te voy a matar, te vamos a matar, os voy a matar, los voy a matar, las voy a matar, los vamos a matar,
      os vamos a matar, voy a matarte, vamos a matarte, voy a mataros, vamos a mataros, te mataré, te mataremos,
      os mataré, os mataremos, te quiero matar, te mato hijo de, te mato a ti, te voy a reventar, te vamos a reventar,
      te reviento la cabeza, te reviento la cara, te voy a rajar, te voy a degollar, te voy a violar,
      te vamos a violar, voy a violarte, te voy a destripar, te voy a descuartizar, te voy a acuchillar,
      te voy a apuñalar, te voy a quemar vivo, te voy a quemar viva, te voy a quemar la casa,
      te voy a cortar el cuello, te corto el cuello, te voy a cortar la cabeza, te voy a arrancar la cabeza,
      te arranco la cabeza, te voy a romper la cara, te voy a romper las piernas, te voy a romper la cabeza,
      te voy a romper la boca, te voy a romper el alma, te voy a partir la cara, te voy a partir la madre,
      te voy a partir las piernas, te voy a partir la boca, te parto la cara, te parto la madre, te parto la boca,
      te rompo la cara, te rompo las piernas, te rompo la boca, te voy a hostiar, te voy a inflar a hostias,
      te voy a dar una paliza, te voy a moler a palos, te voy a cagar a trompadas, te voy a cagar a palos,
      te voy a cagar a piñas, te voy a cagar a tiros, te cago a trompadas, te cago a palos, te cago a piñas,
      te cago a tiros, te voy a pegar un tiro, te pego un tiro, te voy a meter un tiro, te meto un tiro,
      te voy a dar un tiro, te voy a llenar de plomo, te voy a hacer mierda, te voy a encontrar y, voy a ir a por ti,
      te voy a hacer pedazos, te voy a desaparecer, te vamos a desaparecer, te vas a morir puto, te vas a morir hijo,
      te vas a morir perra, vas a morir hijo, vas a morir perro, vas a morir perra, vas a morir maldito,
      vas a morir puta, vas a morir puto, vas a morir cerdo, vais a morir, van a morir todos ustedes,
      estás muerto cabrón, date por muerto, date por muerta, eres hombre muerto, eres mujer muerta,
      tus días están contados, muérete, muérete ya, muéranse, muéranse todos, ojalá te mueras, ojalá te mueres,
      ojalá se mueran, ojalá se muera, ojalá os muráis, ojalá te maten, ojalá los maten, ojalá lo maten,
      ojalá la maten, ojalá os maten, ojalá te violen, ojalá la violen, ojalá te violaran, espero que te mueras,
      espero que te maten, espero que te violen, espero que se mueran, espero que os muráis, deberías morir,
      deberías morirte, deberías suicidarte, mereces morir, merecéis morir, mereces que te maten,
      deberían morir todos, deberían matarte, deberían violarte, suicídate, suicídense, suicidaos, mátate, mátate ya,
      ve a matarte, ve a suicidarte, vete a morir, anda a morirte, andate a morir, cuélgate, ahórcate, ahorcate,
      ahórquense, pégate un tiro, péguese un tiro, tírate de un puente, tírate por un puente, tírate por la ventana,
      tírate a las vías, tírate al tren, córtate las venas, sé dónde vives, sabemos dónde vives, sé donde trabajas,
      sé dónde vive tu familia, sabemos dónde vive tu familia, sé dónde estudian tus hijos, hay que matarlos,
      hay que matarlos a todos, habría que matarlos, habría que matarte, hay que matarte, hay que exterminarlos,
      hay que fusilarlos, habría que fusilarlos, habría que exterminarlos, habría que quemarlos vivos,
      hay que matar a todos los, muerte a los judíos, muerte a los negros, muerte a los moros, muerte a los maricones,
      muerte a los gitanos, muerte a los gays, muerte a los homosexuales, muerte a los inmigrantes,
      muerte a los musulmanes, muerte a los rojos, muerte a los fachas, muerte a los indios, judíos al horno,
      judíos a la cámara de gas, al paredón con, a la cámara de gas con
    `,
  },
  // Words with an innocent meaning.
  {
    severity: 'strong',
    category: 'slur',
    homonym: true,
    words: `
      moro/s panchito/s cholo/s macaco/s simio/s mariquita/s tullido/o lisiado/o trola/s sarasa guacho/s mogoli
      mongoloide/s mongol/es mayates travuco
    `,
  },
];
