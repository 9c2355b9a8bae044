/**
 * How letters look. Many mail programs know nothing but styles in the elements themselves, so that is where the light look is;
 * those that have a dark one read the sheet.
 */
const LIGHT = {
  page: 'margin:0;padding:0;background:#ffffff;color:#1c1c1c',
  letter:
    'max-width:560px;margin:0 auto;padding:24px 16px;font-family:-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1c1c1c;text-align:start',
  text: 'margin:0 0 16px',
  heading: 'margin:24px 0 8px;font-size:18px;line-height:1.3;font-weight:600',
  title: 'color:#1c1c1c;text-decoration:underline',
  quote:
    'margin:0 0 16px;padding:12px 16px;border-inline-start:4px solid #b9c3cf;background:#f3f5f7;color:#1c1c1c;overflow-wrap:anywhere',
  act: 'display:inline-block;padding:10px 18px;border-radius:6px;background:#1d4f91;color:#ffffff;font-weight:600;text-decoration:none',
  link: 'color:#1d4f91;text-decoration:underline',
  foot: 'margin-top:32px;padding-top:16px;border-top:1px solid #d5dae0;font-size:14px;color:#565d66',
} as const;

const DARK: Readonly<Partial<Record<keyof typeof LIGHT, string>>> = {
  page: 'background:#16191d;color:#e8eaed',
  letter: 'color:#e8eaed',
  title: 'color:#e8eaed',
  quote: 'background:#22272e;color:#e8eaed;border-color:#4a5562',
  act: 'background:#8ab4f0;color:#0f1216',
  link: 'color:#9cc0f5',
  foot: 'color:#a9b1bb;border-color:#3a424c',
};

/** The sheet, in which the dark look has to be stronger than what stands in the elements. */
export const STYLES = `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${Object.entries(
  DARK,
)
  .map(([name, rules]) => `.${name}{${rules.replaceAll(';', '!important;')}!important}`)
  .join('')}}`;

/** The attributes of an element that looks like this. */
export function styleOf(name: keyof typeof LIGHT): string {
  return `class="${name}" style="${LIGHT[name].replaceAll('"', "'")}"`;
}
