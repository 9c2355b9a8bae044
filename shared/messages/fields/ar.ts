import type { FieldSentences } from './sentences.ts';

export const fields: FieldSentences = {
  required: 'هذا الحقل مطلوب.',
  empty: 'يُرجى كتابة شيء ما.',
  'too-short': '{limit} أحرف على الأقل من فضلك.',
  'too-long': '{limit} حرف على الأكثر من فضلك.',
  'not-text': 'يجب أن يكون هذا نصًا.',
  invalid: 'هذه القيمة غير صالحة.',
  'invalid-email': 'لا يبدو هذا عنوان بريد إلكتروني.',
  'email-required': 'يُرجى إدخال عنوان بريد إلكتروني.',
  'invalid-url': 'لا يبدو هذا عنوان ويب.',
  'unknown-field': 'هذا الحقل غير معروف هنا.',
  'imitates-moderator': 'يشبه هذا الاسم اسم أحد المشرفين. يُرجى اختيار اسم آخر.',
};
