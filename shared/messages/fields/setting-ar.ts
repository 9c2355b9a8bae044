import type { SettingFieldSentences } from './setting-sentences.ts';

export const settingFields: SettingFieldSentences = {
  'in-the-past': 'يُرجى اختيار وقت لاحق.',
  'too-far-ahead': 'بعد {limit} يومًا على الأكثر من فضلك.',
  'too-many': '{limit} مدخل على الأكثر من فضلك.',
  duplicate: '«{entry}» مكرر في هذه القائمة.',
  contradiction: '«{entry}» موجود في أكثر من قائمة. يُرجى اختيار قائمة واحدة.',
  'misplaced-star': 'في «{entry}» يجب أن تكون النجمة في النهاية أو في الطرفين.',
  unmatchable: 'لا يمكن البحث عن «{entry}»: يبدأ المدخل وينتهي بحرف أو رقم.',
  'invalid-host': '«{entry}» ليس اسم موقع. يُرجى كتابته مثل example.com.',
  'invalid-origin': '«{entry}» ليس عنوان مصدر صالحًا. يُرجى كتابته على نحو https://example.com.',
  'not-callable':
    'لا يمكن الاتصال بـ«{entry}»: يجب أن يبدأ العنوان بـ https:// دون كلمة مرور وأن يؤدي إلى الإنترنت العام.',
};
