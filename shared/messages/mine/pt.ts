import type { MineSentences } from './sentences.ts';

export const pt: MineSentences = {
  close: 'Fechar',
  tabs: { comments: 'Os meus comentários', follows: 'O que sigo', account: 'A minha conta' },
  states: { published: 'Publicado', held: 'Em espera', refused: 'Não publicado', withdrawn: 'Eliminado' },
  wiped: 'O texto já não é conservado.',
  none: 'Ainda não escreveu nada aqui.',
  more: 'Mostrar comentários mais antigos',
  untitled: 'Uma discussão sem título',
  about: 'Sobre «{question}»',
  yours: 'Os seus dados',
  export: 'Descarregar os meus dados',
  exportWhy: 'Um ficheiro com tudo o que é guardado sobre si, em formato JSON.',
  exported: 'O seu ficheiro está pronto.',
  erase: 'Eliminar todos os meus comentários',
  eraseAsk: {
    one: 'Eliminar o seu comentário ({n})?',
    many: 'Eliminar os seus {n} de comentários?',
    other: 'Eliminar os seus {n} comentários?',
  },
  eraseWhy: {
    one: 'Nada disso ficará visível nas discussões, exceto as respostas dos outros. A moderação pode ler os seus textos durante mais {n} dia; depois são apagados de vez.',
    many: 'Nada disso ficará visível nas discussões, exceto as respostas dos outros. A moderação pode ler os seus textos durante mais {n} de dias; depois são apagados de vez.',
    other:
      'Nada disso ficará visível nas discussões, exceto as respostas dos outros. A moderação pode ler os seus textos durante mais {n} dias; depois são apagados de vez.',
  },
  eraseYes: { one: 'Eliminar {n} comentário', many: 'Eliminar {n} de comentários', other: 'Eliminar {n} comentários' },
  forget: 'Apagar tudo o que me diz respeito',
  forgetAsk: {
    one: 'Apagar o seu comentário ({n}), o seu nome, o seu e-mail, as suas reações, as suas denúncias, as suas notificações, o que segue e a lista de pessoas que deixou de ler?',
    many: 'Apagar os seus {n} de comentários, o seu nome, o seu e-mail, as suas reações, as suas denúncias, as suas notificações, o que segue e a lista de pessoas que deixou de ler?',
    other:
      'Apagar os seus {n} comentários, o seu nome, o seu e-mail, as suas reações, as suas denúncias, as suas notificações, o que segue e a lista de pessoas que deixou de ler?',
  },
  forgetAskNone:
    'Apagar o seu nome, o seu e-mail, as suas reações, as suas denúncias, as suas notificações, o que segue e a lista de pessoas que deixou de ler?',
  forgetWhy:
    'Os seus textos são apagados de imediato. Fica apenas o registo do que a moderação decidiu, sem o seu nome nem os seus textos.',
  forgetYes: 'Apagar tudo',
  goOn: 'Continuar',
  sure: 'Não é possível voltar atrás. Quer mesmo fazê-lo?',
  running: {
    one: 'A eliminar: {done} de {n} comentário',
    many: 'A eliminar: {done} de {n} de comentários',
    other: 'A eliminar: {done} de {n} comentários',
  },
  erased: 'Os seus comentários foram eliminados.',
  forgotten: 'Feito: já nada aqui diz quem é. Os últimos dos seus textos estão a ser apagados.',
};
