import type { BellSentences } from './sentences.ts';

export const ar: BellSentences = {
  none: 'لا إشعارات بعد. ستظهر هنا الردود على تعليقاتك.',
  nowhere: 'عنوان هذا المقال غير معروف.',
  untitled: 'نقاش بلا عنوان',
  followed: '{name}، ممّن تتابعهم،',
  told: {
    reply: '{who} ردّ عليك.',
    replyThread: '{who} ردّ عليك في نقاش تتابعه.',
    replyMention: '{who} ردّ عليك وأشار إليك.',
    replyMentionThread: '{who} ردّ عليك وأشار إليك في نقاش تتابعه.',
    mention: '{who} أشار إليك.',
    mentionThread: '{who} أشار إليك في نقاش تتابعه.',
    mentionBranch: '{who} أشار إليك في محادثة تتابعها.',
    branch: '{who} ردّ في محادثة تتابعها.',
    thread: '{who} كتب في نقاش تتابعه.',
    author: '{who} نشر تعليقًا.',
  },
  report: 'تمّت مراجعة بلاغك.',
  upheld: 'أُزيل التعليق. شكرًا لك.',
  dismissed: 'بقي التعليق منشورًا لأنه لا يخالف القواعد.',
  verdicts: {
    held: 'ينتظر تعليقك الآن أن يقرأه أحد المشرفين.',
    published: 'نُشر تعليقك.',
    refused: 'رُفض تعليقك.',
  },
  appeal: 'افتح التعليق لقراءته من جديد أو للاعتراض على القرار.',
  unread: 'غير مقروء',
  readAll: 'تحديد الكل كمقروء',
  more: 'عرض الإشعارات الأقدم',
};
