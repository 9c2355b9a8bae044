import { fields } from '../fields/ar.ts';
import { settingFields } from '../fields/setting-ar.ts';
import type { ProblemSentences } from './sentences.ts';

export const ar: ProblemSentences = {
  problems: {
    'invalid-json': 'تعذّرت قراءة الطلب. يُرجى المحاولة مرة أخرى.',
    'validation-failed': 'يُرجى تصحيح الحقول المشار إليها.',
    'idempotency-key-invalid': 'يجب أن يتكوّن الحقل Idempotency-Key من 8 إلى 100 حرف أو رقم أو «-» أو «_».',
    'cursor-invalid': 'لم يعد هذا الموضع في القائمة موجودًا. يُرجى إعادة تحميل القائمة.',
    'token-missing': 'يُرجى تسجيل الدخول أولًا.',
    'token-invalid': 'جلستك غير صالحة. يُرجى المحاولة مرة أخرى.',
    'token-expired': 'انتهت صلاحية جلستك. يُرجى المحاولة مرة أخرى.',
    'sign-in-failed': 'الاسم أو كلمة المرور غير صحيحة.',
    'not-allowed': 'لا يُسمح لك بهذا الإجراء.',
    'origin-not-allowed': 'لا يمكن استخدام تعليقات هذا الموقع من هذا العنوان. يمكن لصاحب الموقع السماح بذلك.',
    'not-found': 'لا يوجد شيء في هذا العنوان.',
    'unknown-site': 'هذا الموقع غير معروف هنا. يُرجى التحقق من اسم الموقع في الصفحة.',
    'method-not-allowed': 'هذا العنوان لا يقبل هذه الطريقة.',
    'duplicate-comment': 'لقد نشرت هذا التعليق من قبل.',
    'already-decided': 'سبق أن بتّ {by} في هذا التعليق.',
    'stale-version': 'تغيّر هذا التعليق في هذه الأثناء. يُرجى مراجعته مرة أخرى.',
    'content-changed': 'عُدّل النص في هذه الأثناء. يُرجى قراءته مرة أخرى.',
    'name-taken': 'هذا الاسم مستخدم بالفعل. يُرجى اختيار اسم آخر.',
    'settings-changed': 'غيّر {by} هذه الإعدادات في هذه الأثناء. لم يُحفظ شيء بعد، وتعديلاتك ما زالت هنا.',
    'setup-link-used': 'استُخدم هذا الرابط من قبل أو انتهت صلاحيته. يُرجى طلب رابط جديد.',
    'body-too-large': 'الرسالة أكبر من أن تُرسل. يُرجى اختصارها.',
    'unsupported-media-type': 'يجب أن يكون الطلب بصيغة JSON (Content-Type: application/json).',
    'parent-not-found': 'لم يعد التعليق الذي ترد عليه متاحًا. نصّك محفوظ هنا.',
    'idempotency-key-reused': 'سبق استخدام Idempotency-Key هذا لطلب آخر.',
    'invalid-transition': 'هذا الإجراء غير ممكن لهذا التعليق.',
    'rate-limited': 'هذا كثير دفعة واحدة. يُرجى المحاولة بعد {minutes} دقيقة.',
    'slow-mode': {
      few: 'النقاش نشط جدًا: يمكن لكل شخص كتابة تعليق واحد كل {n} ثوانٍ.',
      other: 'النقاش نشط جدًا: يمكن لكل شخص كتابة تعليق واحد كل {n} ثانية.',
    },
    internal: 'حدث خطأ من جانبنا. يُرجى المحاولة مرة أخرى.',
    'store-unavailable': 'التعليقات غير متاحة مؤقتًا. يُرجى المحاولة بعد لحظات.',
  },
  fields: { ...fields, ...settingFields },
};
