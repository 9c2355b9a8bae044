import type { VerdictSentences } from './sentences.ts';

export const tr: VerdictSentences = {
  held: 'Onay bekliyor',
  heldWhy: 'Bir moderatör okuyana kadar bu yorumu yalnızca siz görebilirsiniz.',
  forgotten: 'Aksi hâlde bu sekme kapandığında ne bu yorumu ne de kararı yeniden bulabilirsiniz.',
  refused: 'Yayımlanmadı',
  reasons: {
    abuse: 'Bir moderatör, yorumun başkalarına hakaret içerdiğine karar verdi.',
    hate: 'Bir moderatör, yorumun insanlara kimlikleri nedeniyle saldırdığına karar verdi.',
    spam: 'Bir moderatör, yorumun reklam olduğuna karar verdi.',
    'off-topic': 'Bir moderatör, yorumun bu yazıyla ilgili olmadığına karar verdi.',
    illegal: 'Bir moderatör, yorumun yasalara aykırı olduğuna karar verdi.',
    'private-data': 'Yorum, bir kişinin özel bilgilerini açığa vuruyor.',
    other: 'Bir moderatör, yorumu yayımlamamaya karar verdi.',
  },
  noteFrom: 'Moderatörlerin mesajı:',
  approved: 'Yorumunuz onaylandı ve yayımlandı.',
};
