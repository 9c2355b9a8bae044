import type { UpkeepSentences } from './sentences.ts';

export const ar: UpkeepSentences = {
  reportWhy: 'لماذا تبلّغ عن هذا التعليق؟',
  reasons: {
    abuse: 'إهانات أو هجوم شخصي',
    hate: 'كراهية أو تمييز',
    spam: 'إعلانات',
    'off-topic': 'خارج الموضوع',
    illegal: 'مخالف للقانون',
    'private-data': 'معلومات خاصة عن شخص',
    other: 'سبب آخر',
  },
  reportNote: 'تفاصيل (اختيارية)',
  reportSend: 'إرسال البلاغ',
  reported: 'شكرًا لك، وصلنا بلاغك.',
  editLabel: 'تعليقك',
  save: 'حفظ',
  edited: 'عُدّل تعليقك.',
  editedHeld: 'عُدّل تعليقك، وسيظهر بعد أن يقرأه أحد المشرفين.',
  withdrawAsk: 'هل تريد حذف هذا التعليق نهائيًا؟',
  withdrawYes: 'حذف',
  withdrawNo: 'الإبقاء عليه',
  withdrawn: 'حُذف تعليقك.',
  appeal: 'تظلّم',
  appealLabel: 'لماذا كان رفض هذا التعليق خطأ؟',
  appealHint: 'يمكنك التظلّم مرة واحدة. سيقرأ تعليقك عضو آخر من فريق الإشراف.',
  appealSend: 'إرسال التظلّم',
  appeals: {
    open: 'لقد تظلّمت من هذا الرفض. سيقرأ تعليقك عضو آخر من فريق الإشراف.',
    upheld: 'نُظر في تظلّمك: يبقى التعليق غير منشور.',
    overturned: 'قُبل تظلّمك: نُشر التعليق.',
  },
};
