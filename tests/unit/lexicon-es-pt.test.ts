import { describe, expect, test } from '@jest/globals';
import { engine, held } from '../support/words-found.ts';

describe('Spanish', () => {
  test.each([
    ['Esta ley es una mierda enorme', ['mierda']],
    ['Vaya panda de gilipollas los del ayuntamiento', ['gilipollas']],
    ['El ministro es un gilipoyas', ['gilipoyas']],
    ['Qué cabrones son los bancos', ['cabrones']],
    ['no seas cabron, hombre', ['cabron']],
    ['Ese kabron nunca paga', ['kabron']],
    ['El alcalde es un hijo de la gran puta', ['hijo de la gran puta']],
    ['son todos unos hdp', ['hdp']],
    ['Menudo hijueputa el árbitro', ['hijueputa']],
    ['Este catrehijueputa no paga', ['catrehijueputa']],
    ['Eso me lo paso por el coño', ['coño']],
    ['Deja de joderme la vida', ['joderme']],
    ['Jódete y baila', ['Jódete']],
    ['jodete tú y los tuyos', ['jodete']],
    ['Solo piensa en follarte', ['follarte']],
    ['Se la estaban follando en el coche', ['follando']],
    ['Chúpamela, delantero de pacotilla', ['Chúpamela']],
    ['Pinche pendejo de mi jefe', ['Pinche pendejo']],
    ['Los pendejitos del consejo', ['pendejitos']],
    ['Chinguen a su madre los del otro equipo', ['Chinguen a su madre']],
    ['Deja de chingar ya', ['chingar']],
    ['Conchetumare, perdimos otra vez', ['Conchetumare']],
    ['La concha de tu hermana, qué frío', ['concha de tu hermana']],
    ['Sos un pelotudo importante', ['pelotudo']],
    ['El weón culiao no llegó', ['culiao']],
    ['Me vale verga lo que digan', ['Me vale verga']],
    ['El mamagüevo del gerente', ['mamagüevo']],
    ['¡Qué c0j0nes tiene!', ['c0j0nes']],
    ['Sois unos m4ric0nes', ['m4ric0nes']],
    ['Los putos moros otra vez', ['putos moros']],
    ['Es un sudaca', ['sudaca']],
    ['Te voy a matar, cobarde', ['Te voy a matar']],
    ['Ojalá te mueras mañana', ['Ojalá te mueras']],
    ['Sabemos dónde vives', ['Sabemos dónde vives']],
    ['Vete a tomar por culo', ['a tomar por culo']],
  ])('%s', (text, words) => {
    expect(held(text, 'es')).toEqual(words);
  });

  test.each([
    'El diputado disputó la reputación de la computadora',
    'Los países del Cono Sur firmaron el acuerdo',
    'Pusieron conos de tráfico y un cono de helado',
    'La envergadura del avión es de treinta metros',
    'El debate fue largo y enconado',
    'Voy a coger el tren y a recoger a los niños',
    'Hay un follón en la plaza y un folleto en la mesa',
    'El follaje del bosque en otoño',
    'Vamos a la playa de Cullera y después a Cuenca',
    'Cagliari, Caguas y Cagayán son ciudades',
    'El pollo con arroz y la pollería del barrio',
    'La Concha de San Sebastián se llenó de turistas',
    'Un pinche de cocina ganó el concurso',
    'Conducía un Mitsubishi Pajero verde',
    'El cojo subió la escalera con una cojera leve',
    'Los judíos celebran hoy su fiesta',
    'Las mujeres negras piden más presencia en el cine',
    'El partido HDP pierde sus escaños en Turquía',
    'La víctima de la violación declaró ante el tribunal',
    'El aborto será legal; la pornografía infantil es un delito',
    'Dos hombres gais se casaron en Chiclana y en Conil',
    'Marina Abramović expone en Colima y en Culiacán',
    'Culminó el cultivo de la culantrillo',
    'El vuelo llegó retrasado y el tráfico fue desviado',
    'La sal marina y la maricultura dan empleo',
    'Montó en cólera y se puso el chándal',
    'El hijo bastardo del rey heredó el título',
    'La disputa por el petróleo de Putumayo',
    'Los testículos y el pene son órganos',
    'Mamá amamanta al bebé; el ternero mamón pesa poco',
    'Ninguno de ellos merece morir en la frontera',
    'Cada año mueren miles; no hay que matar las abejas',
    'El presidente Putin visitó Perú',
    'La chinchilla y la chirimoya',
  ])('innocent: %s', (text) => {
    expect(held(text, 'es')).toEqual([]);
  });

  test('words that are vulgar in one country only ask for a look', () => {
    for (const text of ['Compramos una concha', 'La polla del gallinero', 'Vimos una zorra en el monte']) {
      expect(engine.check(text, 'es').map(({ homonym }) => homonym)).toEqual([true]);
      expect(engine.isProfane(text, 'es')).toBe(false);
    }
  });
});

describe('Portuguese', () => {
  test.each([
    ['Que merda de governo', ['Que merda']],
    ['Está frio pra caralho', ['pra caralho']],
    ['Ganhamos, karalho', ['karalho']],
    ['O juiz é um filho da puta', ['filho da puta']],
    ['Esse fdp não paga', ['fdp']],
    ['Puta que pariu, que trânsito', ['Puta que pariu']],
    ['pqp, outra vez', ['pqp']],
    ['Vai tomar no cu', ['Vai tomar no cu']],
    ['vsf com esse aumento', ['vsf']],
    ['Vai se foder, prefeito', ['Vai se foder']],
    ['Eles só querem foder o povo', ['foder']],
    ['Estamos todos fodidos', ['fodidos']],
    ['A cidade está fudida', ['fudida']],
    ['Seu cuzão', ['cuzão']],
    ['bando de cuzao', ['cuzao']],
    ['Um escroto desses no poder', ['escroto']],
    ['Aquele arrombado não trabalha', ['arrombado']],
    ['Cala essa boca, cabrão', ['cabrão']],
    ['São uns cabrões', ['cabrões']],
    ['Que porra é essa?', ['Que porra']],
    ['Fica em casa batendo punheta', ['batendo punheta']],
    ['Punheteiros do teclado', ['Punheteiros']],
    ['Foi só putaria na câmara', ['putaria']],
    ['O cara é um babaca', ['babaca']],
    ['Ela ficou com a buceta de fora', ['buceta']],
    ['Que f0da', ['f0da']],
    ['Ele ficou puto com a notícia', ['ficou puto']],
    ['Os colhões que ele tem', ['colhões']],
    ['Isso é viadagem', ['viadagem']],
    ['Cambada de paneleiros', ['paneleiros']],
    ['Volta pra senzala', ['Volta pra senzala']],
    ['Vou te matar, covarde', ['Vou te matar']],
    ['Sei onde você mora', ['Sei onde você mora']],
    ['Espero que morras', ['Espero que morras']],
    ['Levou uma piça', ['piça']],
  ])('%s', (text, words) => {
    expect(held(text, 'pt')).toEqual(words);
  });

  test.each([
    'O deputado disputa a reputação com o computador',
    'Jogaram baralho na casa do Carvalho',
    'O documento foi enviado e o prazo adiado',
    'A picanha e o picadinho estavam ótimos',
    'O pica-pau bica o pau-brasil',
    'O pinto saiu do ovo e o senhor Pinto aplaudiu',
    'Um cágado atravessou a estrada em Maricá',
    'A loja foi arrombada durante a madrugada',
    'O cofre arrombado estava vazio',
    'O câncer de escroto é raro',
    'Punheta de bacalhau é um prato do Porto',
    'A rapariga apanhou a bicicleta',
    'O puto da vizinha joga futebol na escola',
    'A fila do cinema era longa; a bicha também',
    'Gozar férias é um direito',
    'Cuidado com o cuco e o cuscuz',
    'O porreiro do meu primo comprou um porco',
    'Ele perdeu a sua cadela no parque; o seu filho chora',
    'Um vídeo que rola na internet mostra o incêndio',
    'A música que vão tocar uma vez mais',
    'Ninguém merece morrer na fila do hospital',
    'O jovem tentou suicídio; a linha de apoio é gratuita',
    'O julgamento do estupro começou hoje',
    'Os judeus e os ciganos foram perseguidos pelos nazistas',
    'Mulheres negras são maioria na universidade',
    'A febre do macaco e o macaco hidráulico',
    'O programa manda dois participantes para o paredão com o voto do público',
    'Krai de Krasnodar e Caraí, em Minas Gerais',
    'Merenda escolar: o mercado e a merendeira',
    'A fonte fica junto da Foz do Iguaçu',
    'Bom fds a todos; o chefe levou um esporro',
    'Bocejou, abriu a bocarra e bebeu bucólica água',
    'Viena, Viana e o viaduto',
    'Os túneis de Cu Chi no Vietname',
  ])('innocent: %s', (text) => {
    expect(held(text, 'pt')).toEqual([]);
  });
});

describe('on pages of other languages', () => {
  test.each([
    ['fr', 'Le pendule de la fable et une computation'],
    ['it', 'Esporre le opere, mettere il culmine, un tetto'],
    ['tr', "HDP'nin yeni başkanı seçildi"],
    ['nl', 'De Joden in Amsterdam en de KB-ondernemers'],
    ['sv', 'Foder till hästar och en puta under huvudet'],
    ['ro', 'Ea cară-o mereu cu ea; carul e mare'],
    ['de', 'Der Kabarettist und die Kollegin'],
    ['pl', 'Mierzymy wysokość, pora na obiad'],
  ])('%s: %s', (lang, text) => {
    expect(held(text, lang)).toEqual([]);
  });

  test('unmistakable words count everywhere', () => {
    for (const text of ['eres un gilipollas', 'hijo de puta', 'filho da puta', 'vai se foder', 'caralho', 'pendejos']) {
      expect(engine.isProfane(text, 'fr')).toBe(true);
      expect(engine.isProfane(text, 'de')).toBe(true);
    }
  });
});
