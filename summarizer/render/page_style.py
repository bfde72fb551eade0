"""The look of the report's page: light and dark by the reader's own setting, no font or picture from elsewhere."""

STYLE = """
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--line:#ccc;--bad:#ffd3d0;--move:#ffe9b8;--good:#d3f0d8;--pick:#e3ecff;--link:#0b4fb3}
@media(prefers-color-scheme:dark){:root{--ink:#eee;--paper:#161616;--line:#444;--bad:#6b211c;--move:#5c4712;--good:#1d4a28;--pick:#26365c;--link:#9cc3ff}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 Georgia,serif}
main{max-width:75rem;margin:auto;padding:1rem}
h1,h2,h3,small,.tag,.cite{font-family:system-ui,sans-serif}
a{color:var(--link)}
a:focus-visible{outline:3px solid var(--link)}
aside,.card{border-left:.4rem solid var(--line);margin:.5rem 0;padding:.25rem .75rem}
.card.conflict,aside.conflict{border-color:#c6281c}
.card.update,aside.update{border-color:#b7860b}
.card.agree,.card.refine{border-color:#2c7a3d}
.card h3{margin:.25rem 0}
.tag{font-size:.75rem;text-transform:uppercase;letter-spacing:.05em}
.articles{display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr))}
.source{border-top:2px solid var(--line)}
.title{font-weight:bold}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
mark{color:inherit;background:var(--pick)}
mark.agree,mark.refine{background:var(--good)}
mark.update{background:var(--move)}
mark.conflict{background:var(--bad);text-decoration:underline}
:target{scroll-margin-top:4rem}
:target+mark{outline:2px solid currentColor}
@media print{mark{border-bottom:1px solid}}
"""
