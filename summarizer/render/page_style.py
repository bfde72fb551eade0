"""The look of the pages: light and dark by the reader's own setting, no font or picture from elsewhere.

What a colour says is also said by a sign, a word or a line's shape. Each pair of ink and paper has a contrast of 4.5 to 1 or more.
"""

STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1f;--soft:#55555f;--paper:#fff;--card:#f7f7f9;--line:#c9c9d2;--edge:#85858f;--link:#0b4fb3;
--bad:#ffd9d5;--bad-ink:#9c1c12;--move:#ffe9b8;--move-ink:#6e4a00;--good:#d6f1db;--good-ink:#1c5e2c;--pick:#e5edff;--shown:#ffef5c;--shown-ink:#1b1b1f}
@media(prefers-color-scheme:dark){:root{--ink:#ececf1;--soft:#b4b4c0;--paper:#151518;--card:#1f1f24;--line:#44444e;--edge:#83838f;--link:#a3c7ff;
--bad:#5f211c;--bad-ink:#ffb4ab;--move:#50400f;--move-ink:#ffd88a;--good:#1c4527;--good-ink:#a5e2b3;--pick:#26345a;--shown:#ffef5c;--shown-ink:#1b1b1f}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:90rem;margin:auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.25rem;margin:2rem 0 .25rem}
h3{font-size:1.05rem;line-height:1.35;margin:.35rem 0}
bdi{unicode-bidi:isolate}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:9}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.witnesses,.how,.why{color:var(--soft);font-size:.875rem}
.sections ul,.sides,.voices{list-style:none;margin:0;padding:0}
.sections ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.sections a{display:inline-block;padding:.25rem 0}
.tag{font-size:.8rem;font-weight:600;letter-spacing:.02em;padding:.05rem .5rem;border:1px solid;border-radius:1rem;white-space:nowrap}
.tag.conflict{color:var(--bad-ink);border-style:solid;border-width:2px}
.tag.update{color:var(--move-ink);border-style:dashed;border-width:2px}
.tag.agree,.tag.refine{color:var(--good-ink)}
.cited{max-width:60rem;font-family:Georgia,serif;font-size:1.06rem}
.cited p{margin:.75rem 0 .35rem}
.cite{position:relative}
.chip{display:inline-block;font:.8rem/1.4 system-ui,sans-serif;padding:.1rem .5rem;margin:.1rem 0;min-height:1.5rem;border:1px solid var(--edge);border-radius:1rem;text-decoration:none;overflow-wrap:anywhere}
.cited p{position:relative}
.chip:hover{background:var(--pick)}
.tip{display:none;position:absolute;z-index:5;left:0;top:100%;width:max-content;max-width:min(20rem,80vw);max-height:14rem;overflow:auto;padding:.5rem .75rem;background:var(--paper);color:var(--ink);border:1px solid var(--edge);border-radius:.4rem;box-shadow:0 .2rem .8rem #0005;font:.9rem/1.4 Georgia,serif}
.cite:hover .tip,.chip:focus+.tip{display:block}
.contested{font:.9rem/1.45 system-ui,sans-serif;border-left:.3rem solid var(--bad-ink);padding:.25rem 0 .25rem .75rem;margin:.35rem 0 .75rem}
.contested.update{border-left-color:var(--move-ink);border-left-style:dashed}
.contested p{margin:0 0 .35rem}
.sides{display:grid;gap:.5rem;grid-template-columns:repeat(auto-fit,minmax(min(11rem,100%),1fr))}
.side{background:var(--paper);border:1px solid var(--line);border-radius:.4rem;padding:.4rem .6rem;min-width:0}
.side p{margin:0}
.value{font-weight:700}
.contested .value::after{content:" —"}
.card .value{font-size:1.15rem;line-height:1.3}
.card .value.long{font-size:1rem}
.glance{border:1px solid var(--edge);border-radius:.6rem;padding:.25rem 1rem .5rem;margin:1rem 0;max-width:60rem}
.glance h2{margin:.5rem 0}
.glance ol{margin:0;padding-left:1.5rem}
.glance ul{list-style:none;margin:.1rem 0 .6rem;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.5rem}
.glance .value::after{content:" —"}
.glance p{margin:.25rem 0}
.again{font:.9rem/1.45 system-ui,sans-serif}
.cards{display:grid;gap:1rem;align-items:start;grid-template-columns:repeat(auto-fill,minmax(min(30rem,100%),1fr));margin-top:.75rem}
.card{background:var(--card);border:1px solid var(--line);border-left:.4rem solid var(--good-ink);border-radius:.4rem;padding:.6rem .9rem;min-width:0;scroll-margin-top:1rem}
.card.conflict{border-left-color:var(--bad-ink)}
.card.update{border-left:.4rem dashed var(--move-ink)}
.card header{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center}
.voices li{margin:.4rem 0 0;padding-top:.4rem;border-top:1px solid var(--line);font-size:.925rem}
.place{display:block;padding:.15rem 0;max-height:9rem;overflow:auto}
.place q{font-family:Georgia,serif}
.hint{margin:.6rem 0 0;padding:.25rem .6rem;border:1px solid var(--edge);border-radius:.4rem;background:var(--paper)}
.why{margin:.6rem 0 0}
.timeline{margin:.6rem 0 0;padding-left:1.1rem;border-left:2px solid var(--move-ink);list-style:none}
.timeline li{position:relative;margin:.25rem 0}
.timeline li::before{content:"";position:absolute;left:-1.48rem;top:.45rem;width:.6rem;height:.6rem;border-radius:50%;background:var(--move-ink)}
.articles{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));margin:.5rem 0}
.source{border-top:3px solid var(--edge);padding:0 .5rem 1rem;min-width:0}
.source h3{position:sticky;top:0;z-index:1;margin:0;padding:.35rem 0;background:var(--paper)}
.source .title{font-family:Georgia,serif;font-weight:700;margin:.5rem 0}
.text{white-space:pre-wrap;font-family:Georgia,serif}
.statement{unicode-bidi:isolate;scroll-margin:4rem}
.statement.lit,.statement:target{outline:2px solid var(--link);outline-offset:1px;background:var(--pick)}
.partners{user-select:none;font:.75rem/1 system-ui,sans-serif;color:var(--soft);vertical-align:super}
.partners a{scroll-margin-top:4rem;display:inline-block;min-width:1.5rem;padding:.35rem .1rem;margin:-.35rem .05rem;text-align:center}
mark{color:inherit;background:var(--pick)}
mark.agree,mark.refine{background:var(--good)}
mark.update{background:var(--move);text-decoration:underline dashed;text-underline-offset:.2em}
mark.conflict{background:var(--bad);text-decoration:underline;text-underline-offset:.2em}
:target+mark,mark.shown{background:var(--shown);color:var(--shown-ink);border-block:2px solid var(--shown-ink)}
a[id]:not([href]){scroll-margin:6rem}
details{margin:.5rem 0}
summary{cursor:pointer;padding:.35rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
td,th{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
.grid{min-width:40rem;font-size:.9rem}
.grid caption{text-align:left;color:var(--soft);padding:.25rem 0}
.grid td{white-space:nowrap}
.grid th[scope=row]{font-weight:400;min-width:16rem;max-width:34rem}
.grid th .witnesses{display:block}
.grid th[scope=row] bdi{display:block;max-height:12rem;overflow:auto}
td.disputes{background:var(--bad)}
td.says{background:var(--good)}
td.silent{color:var(--soft)}
.versions{display:grid;gap:.5rem;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr))}
.versions dt{color:var(--soft);font-size:.875rem}
.versions dd{margin:0}
.rows{padding-left:2.5rem}
.row{margin:.4rem 0}
.row .words{white-space:pre-wrap;font-family:Georgia,serif;unicode-bidi:isolate}
ins{background:var(--good);text-decoration:underline}
del{background:var(--bad);text-decoration:line-through}
.row mark{background:none;color:inherit;text-decoration:none;border-bottom:2px solid var(--bad-ink)}
.row mark.update{border-bottom:2px dashed var(--move-ink)}
.row mark.shown{background:var(--shown);color:var(--shown-ink)}
.row del,.row del mark{text-decoration:line-through}
.row del+ins{margin-left:.2em}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.5rem}
@media(min-width:56rem){.articles .source{max-height:85vh;overflow:auto}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media(max-width:40rem){.sections ul{gap:0 1rem}.sections .witnesses{margin:.25rem 0}.glance{padding:.25rem .6rem .5rem}.glance ol{padding-left:1.2rem}.grid th[scope=row]{min-width:11rem;max-width:11rem}.grid td,.grid th{padding:.3rem}}
@media(max-width:70rem){.cite{position:static}}
@media print{main{max-width:none;padding:0}.tip,.skip,.sections,.no-print{display:none!important}.articles .source{max-height:none;overflow:visible}.source h3{position:static}.more::details-content{content-visibility:visible;display:block}.card,.side,tr{break-inside:avoid}a{color:inherit;text-decoration:none}mark.agree,mark.refine{border-bottom:1px dotted}.place,.grid th[scope=row] bdi{max-height:none}}
"""
