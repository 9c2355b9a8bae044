/** How the pages look that links in letters lead to: one narrow column, light or dark as the reader has it, from 320 pixels on. */
export const mailPageStyle = `:root{color-scheme:light dark;--back:#fff;--ink:#1c1c1c;--soft:#565d66;--line:#7b838d;--fill:#f3f5f7;--main:#1d4f91;--on-main:#fff;--wrong:#a3261b;--done:#1c6b37}
@media(prefers-color-scheme:dark){:root{--back:#16191d;--ink:#e8eaed;--soft:#a9b1bb;--line:#7d8793;--fill:#22272e;--main:#9cc0f5;--on-main:#0f1216;--wrong:#ff9d92;--done:#83d19b}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
main{max-width:36rem;margin:0 auto;padding:1.5rem 1rem 4rem}
.site{margin:0 0 .5rem;color:var(--soft);font-size:.875rem}
h1{margin:0 0 1rem;font-size:1.5rem;line-height:1.25}
h2{margin:2.5rem 0 1rem;font-size:1.125rem}
p{margin:0 0 1rem}
ul{margin:0 0 1.5rem;padding-inline-start:1.25rem}
blockquote{margin:0 0 1.5rem;padding:.75rem 1rem;border-inline-start:4px solid var(--line);background:var(--fill);white-space:pre-line;overflow-wrap:anywhere}
fieldset{margin:0 0 1.5rem;padding:0;border:0;min-width:0}
legend,label[for]{padding:0;font-weight:600}
fieldset label{display:flex;gap:.5rem;align-items:baseline;padding:.375rem 0}
input[type=radio],input[type=checkbox]{flex:none;width:1.125rem;height:1.125rem;margin:0;accent-color:var(--main);align-self:flex-start;margin-top:.2rem}
input[type=time],select,textarea{max-width:100%;padding:.5rem;border:1px solid var(--line);border-radius:6px;background:var(--back);color:inherit;font:inherit}
textarea{display:block;width:100%;margin:0 0 1rem;resize:vertical}
.hours{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin-inline-start:1.625rem}
.hint{margin:.25rem 0 .5rem;color:var(--soft);font-size:.875rem}
fieldset .hint{margin-inline-start:1.625rem}
fieldset label[for]+select+.hint{margin-inline-start:0}
[aria-invalid=true]:not(fieldset){border-color:var(--wrong)}
button{display:inline-block;max-width:100%;min-height:2.75rem;margin:0 0 .75rem;margin-inline-end:.75rem;padding:.5rem 1.125rem;border:1px solid var(--line);border-radius:6px;background:transparent;color:inherit;font:inherit;text-align:start;cursor:pointer}
button.main{border-color:var(--main);background:var(--main);color:var(--on-main);font-weight:600}
a{color:var(--main)}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
.topics{list-style:none;padding:0}
.topics li{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;padding:.75rem 0;border-top:1px solid color-mix(in srgb,var(--line) 45%,transparent)}
.topics li>span{flex:1 1 14rem;min-width:0}
.topics button{margin:0}
.wrong,.done{padding:.5rem .75rem;border-inline-start:4px solid var(--wrong);background:var(--fill);color:var(--wrong)}
.done{border-color:var(--done);color:var(--done)}
hr{margin:2rem 0;border:0;border-top:1px solid color-mix(in srgb,var(--line) 45%,transparent)}`;
