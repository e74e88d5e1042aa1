// The pages, as functions from data to HTML. They show what Hugo's layouts show.

const SITE = "https://directory.example.org";
const TITLE = "Directory of made-up services";
const SUMMARY = "A generated directory with as many case studies as a measurement needs.";
const MONTHS = "January February March April May June July August September October November December".split(" ");
const SECTIONS = { services: "Services", "case-studies": "Case studies", organisations: "Organisations", regions: "Regions", glossary: "Glossary" };
const FACETS = { "by-category": "Category", "by-service": "Service", "by-region": "Region", "by-kind": "Kind of organisation" };

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const text = (value) => String(value).replace(/[&<>"]/g, (sign) => SIGNS[sign]);
const iso = (date) => (date instanceof Date ? date.toISOString().slice(0, 10) : date);
const words = (date) => (date instanceof Date ? `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}` : date);
const slug = (name) => name.toLowerCase().replaceAll(" ", "-");
const number = new Intl.NumberFormat("en-GB");

export default function page(data) {
  if (!data.page.url) {
    return "";
  }
  const directory = data.collections.directory;
  const stem = data.list ? data.list.url : data.page.filePathStem;
  const section = data.kind ?? (stem.startsWith("/by-") ? "case-studies" : stem.split("/")[1]);
  const title = data.list ? data.list.title : data.title;
  const summary = data.summary ?? `${title}, newest first.`;
  const url = SITE + data.page.url;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} – ${TITLE}</title>
<meta name="description" content="${text(summary)}">
<link rel="canonical" href="${url}">
${HEAD}
<meta property="og:title" content="${text(title)}">
<meta property="og:description" content="${text(summary)}">
<meta property="og:type" content="article">
<meta property="og:url" content="${url}">
</head>
<body>
<a class="skip" href="#wm-main">Skip to main content</a>
${masthead(section)}
${trail(section)}
<main id="wm-main" class="width">
${main(section, data, directory)}
</main>
${FOOT}
<p class="print-only">The address of this page: ${url}</p>
</div>
</footer>
</body>
</html>
`;
}

function main(section, data, directory) {
  if (data.list) {
    return data.list.organisation ? organisation(data.list, directory) : finder(data.list, directory);
  }
  if (section === "home") {
    return home(directory);
  }
  const id = data.page.fileSlug;
  if (data.page.filePathStem.endsWith("/_index")) {
    return index(section, data, directory);
  }
  switch (section) {
    case "case-studies":
      return study(data, directory);
    case "services":
      return service(id, data, directory);
    case "regions":
      return region(id, data, directory);
    case "categories":
      return `${head(data, "Category")}${prose(data)}<h2 id="wm-services">Services</h2>${services(
        directory.entries.services.filter((entry) => entry.data.category === id), directory)}`;
    case "glossary":
      return head(data) + glossary(data.glossary);
    default:
      return `${head(data)}<div class="split"><div>${prose(data)}${reviewed(data)}</div></div>${actions(data)}`;
  }
}

/** All pages of all lists that are too long for one. */
export function lists(directory) {
  const pages = cut("/case-studies/", "Case studies", directory.studies, 24);
  for (const facet of Object.keys(FACETS)) {
    for (const [id, studies] of Object.entries(directory.by[facet])) {
      pages.push(...cut(`/${facet}/${id}/`, `Case studies: ${directory.titles[`/${facet}/${id}`]}`, studies, 24));
    }
  }
  for (const { path, data } of directory.entries.organisations) {
    const studies = directory.by.organisations[path.split("/")[2]];
    if (studies) {
      pages.push(...cut(path + "/", data.title, studies, 48, data));
    }
  }
  pages.push({ url: "/organisations/", title: "Organisations", organisation: {}, items: [], all: true });
  return pages;
}

function cut(base, title, studies, size, organisation) {
  const pages = Math.ceil(studies.length / size);
  const url = (page) => (page === 1 ? base : `${base}page-${page}/`);
  return Array.from({ length: pages }, (_, i) => ({
    url: url(i + 1), base, title, organisation, number: i + 1, pages, total: studies.length,
    items: studies.slice(i * size, (i + 1) * size),
    first: i > 1 && url(1), previous: i > 0 && url(i), next: i + 1 < pages && url(i + 2), last: i + 2 < pages && url(pages),
  }));
}

function head(data, eyebrow) {
  return `<div class="page-head">
${eyebrow ? `<p class="eyebrow">${eyebrow}</p>\n` : ""}<h1>${text(data.title)}</h1>
${data.summary ? `<p class="lede">${text(data.summary)}</p>\n` : ""}</div>
`;
}

const prose = (data) => `<div class="prose">\n${data.content}\n</div>\n`;
const link = (path, directory) => `<a href="${path}/">${text(directory.titles[path])}</a>`;

function study(data, directory) {
  const facts = Object.entries({ Practices: data.scale?.practices, "Primary care networks": data.scale?.pcns, Patients: data.scale?.patients })
    .filter(([, value]) => value)
    .map(([name, value]) => `<div><dt>${name}</dt><dd>${number.format(value)}</dd></div>\n`)
    .join("");
  return `${head(data, "Case study")}${data.figures ? `<section class="figures" aria-labelledby="wm-figures">
<h2 id="wm-figures" class="visually-hidden">Key figures</h2>
<ul>
${data.figures.map((figure) => `<li><strong>${text(figure.value)}</strong> <span>${text(figure.label)}</span></li>\n`).join("")}</ul>
</section>
` : ""}<div class="split">
<aside class="glance" aria-labelledby="wm-glance">
<h2 id="wm-glance">At a glance</h2>
<dl>
<div><dt>Organisation</dt><dd>${link(`/organisations/${data.organisation}`, directory)}</dd></div>
<div><dt>Place</dt><dd>${text(data.place)}</dd></div>
<div><dt>Region</dt><dd><a href="/regions/${slug(data.region)}/">${text(data.region)}</a></dd></div>
${data.period ? `<div><dt>Period</dt><dd>${text(data.period)}</dd></div>\n` : ""}${facts}<div><dt>Services</dt><dd>${data.services.map((id) => link(`/services/${id}`, directory)).join("<br>")}</dd></div>
<div><dt>Confidence</dt><dd><a href="#wm-confidence">${data.confidence}</a></dd></div>
</dl>
</aside>
<div>
${prose(data)}<section class="sources-part" aria-labelledby="wm-sources">
<h2 id="wm-sources">Sources</h2>
<ol class="sources">
${data.sources.map((source) => `<li><a href="${text(source.url)}">${text(source.title)}</a>. ${text(source.publisher)}${source.published ? `, <time datetime="${iso(source.published)}">${words(source.published)}</time>` : ""}. Seen on <time datetime="${iso(source.seen)}">${words(source.seen)}</time>.</li>\n`).join("")}</ol>
<p class="aside-note" id="wm-confidence"><strong>Confidence: ${data.confidence}.</strong> ${data.confidence === "high" ? "The sources plainly support what this page says." : "The sources leave something open, and the text says what."}</p>
</section>
<p class="reviewed">Added to the directory: <time datetime="${iso(data.published)}">${words(data.published)}</time></p>
${reviewed(data)}</div>
</div>
${actions(data)}`;
}

function service(id, data, directory) {
  const studies = directory.by["by-service"][id] ?? [];
  return `${head(data, "Service")}<div class="split">
<aside class="glance" aria-labelledby="wm-glance">
<h2 id="wm-glance">At a glance</h2>
<dl>
<div><dt>Category</dt><dd>${link(`/categories/${data.category}`, directory)}</dd></div>
<div><dt>Also known as</dt><dd>${text(data["also-known-as"].join(", "))}</dd></div>
<div><dt>Examples</dt><dd><a href="#wm-examples">${studies.length} case studies</a></dd></div>
</dl>
</aside>
<div>
${prose(data)}</div>
</div>
<section aria-labelledby="wm-examples">
<h2 id="wm-examples">Case studies</h2>
${cards(studies.slice(0, 12), 3, directory)}
<p><a class="more" href="/by-service/${id}/">See all of them</a></p>
</section>
<section aria-labelledby="wm-related">
<h2 id="wm-related">Related services</h2>
<ul class="cards">
${data.related.map((other) => `<li>${link(`/services/${other}`, directory)}</li>`).join("\n")}
</ul>
</section>
${reviewed(data)}${actions(data)}`;
}

function region(id, data, directory) {
  return `${head(data, "Region")}<section aria-labelledby="wm-examples">
<h2 id="wm-examples">Case studies</h2>
${cards((directory.by["by-region"][id] ?? []).slice(0, 12), 3, directory)}
<p><a class="more" href="/by-region/${id}/">See all of them</a></p>
</section>
<section aria-labelledby="wm-organisations">
<h2 id="wm-organisations">Organisations</h2>
${organisations(directory.entries.organisations.filter((entry) => entry.data.region === data.title), directory)}
</section>`;
}

function index(section, data, directory) {
  const entries = directory.entries[section].filter((entry) => entry.path !== `/${section}`);
  return head(data) + (section === "services" ? services(entries, directory)
    : `<ul class="plain">\n${entries.map((entry) => `<li>${link(entry.path, directory)}</li>`).join("\n")}\n</ul>`);
}

function organisation(list, directory) {
  if (list.all) {
    return head(list) + byRegion(directory).join("\n");
  }
  const data = list.organisation;
  return `${head(data, text(data.kind))}<div class="split">
<aside class="glance" aria-labelledby="wm-glance">
<h2 id="wm-glance">At a glance</h2>
<dl>
<div><dt>Kind</dt><dd>${text(data.kind)}</dd></div>
<div><dt>Place</dt><dd>${text(data.place)}</dd></div>
<div><dt>Region</dt><dd><a href="/regions/${slug(data.region)}/">${text(data.region)}</a></dd></div>
${data.website ? `<div><dt>Website</dt><dd><a href="${text(data.website)}">${text(data.website)}</a></dd></div>\n` : ""}${data["ods-code"] ? `<div><dt>ODS code</dt><dd>${text(data["ods-code"])}</dd></div>\n` : ""}</dl>
</aside>
<section aria-labelledby="wm-examples">
<h2 id="wm-examples">Case studies</h2>
${cards(list.items, 3, directory)}
${paging(list)}</section>
</div>
${actions(data)}`;
}

function byRegion(directory) {
  const regions = {};
  for (const entry of directory.entries.organisations.filter((entry) => entry.data.region)) {
    (regions[entry.data.region] ??= []).push(entry);
  }
  return Object.entries(regions).map(([name, entries]) => `<section class="chapter">
<div class="chapter-head">
<h2><a href="/regions/${slug(name)}/">${text(name)}</a></h2>
</div>
${organisations(entries, directory)}
</section>`);
}

function finder(list, directory) {
  return `<div id="wm-finder">
<div class="page-head">
<h1>${text(list.title)}</h1>
</div>
${filters(directory)}
<section id="wm-results" aria-label="Results" tabindex="-1">
<p class="finder-count" role="status">${list.total} case studies, newest first. Page ${list.number} of ${list.pages}.</p>
<div id="wm-list">
${cards(list.items, 2, directory)}
${paging(list)}</div>
</section>
</div>`;
}

function home(directory) {
  return `<div class="hero">
<div>
<h1>${TITLE}</h1>
<p>${SUMMARY}</p>
</div>
</div>
<section aria-labelledby="wm-services">
<h2 id="wm-services">Services</h2>
${services(directory.entries.services.filter((entry) => entry.path !== "/services"), directory)}
</section>
<section aria-labelledby="wm-newest">
<h2 id="wm-newest">Newest case studies</h2>
${cards(directory.studies.slice(0, 9), 3, directory)}
</section>`;
}

function cards(studies, level, directory) {
  return `<ul class="cards">
${studies.map(({ url, data }) => `<li class="card">
<h${level}><a href="${url}">${text(data.title)}</a></h${level}>
<p>${text(data.summary)}</p>
<p class="meta">${text(directory.titles[`/organisations/${data.organisation}`])} · ${text(data.place)}</p>
</li>
`).join("")}</ul>`;
}

function services(entries, directory) {
  return `<ul class="rows">
${entries.map(({ path, data }) => `<li>
<h3><a href="${path}/">${text(data.title)}</a></h3>
<p>${text(data.summary)}</p>
<p class="meta">${directory.by["by-service"][path.split("/")[2]]?.length ?? 0} case studies</p>
</li>
`).join("")}</ul>`;
}

function organisations(entries, directory) {
  return `<ul class="rows">
${entries.map(({ path, data }) => `<li>
<h3><a href="${path}/">${text(data.title)}</a></h3>
<p class="meta">${text(data.kind)} · ${text(data.place)} · ${directory.by.organisations[path.split("/")[2]]?.length ?? 0} case studies</p>
</li>
`).join("")}</ul>`;
}

function paging(list) {
  const item = (url, name, rel = "") => (url ? `<li><a href="${url}"${rel}>${name}</a></li>\n` : "");
  return list.pages < 2 ? "" : `<nav class="paging" aria-label="Pages">
<ul>
${item(list.first, "First page")}${item(list.previous, "Previous page", ' rel="prev"')}<li>Page ${list.number} of ${list.pages}</li>
${item(list.next, "Next page", ' rel="next"')}${item(list.last, "Last page")}</ul>
</nav>
`;
}

let filtersOnce;
function filters(directory) {
  return (filtersOnce ??= `<nav class="finder-bar" aria-label="Filter case studies">
${Object.entries(FACETS).map(([facet, name]) => `<details class="finder-group" name="wm-filter" data-any="Any">
<summary><span class="finder-label">${name}</span> <span class="finder-value">Any</span></summary>
<div class="finder-choices">
<ul>
${Object.entries(directory.by[facet]).map(([id, studies]) => `<li>${link(`/${facet}/${id}`, directory)} (${studies.length})</li>\n`).join("")}</ul>
</div>
</details>
`).join("")}</nav>`);
}

function glossary(terms) {
  return `<dl>
${terms.map((term) => `<div id="${slug(term.term)}"><dt>${text(term.term)}${term.expansion ? ` <span class="expansion">${text(term.expansion)}</span>` : ""}</dt>
<dd><p>${text(term.definition)}</p>${term.changed ? `<p class="changed"><strong>What has changed:</strong> ${text(term.changed)}</p>` : ""}</dd></div>
`).join("")}</dl>`;
}

function reviewed(data) {
  return data.reviewed ? `<p class="reviewed">
Page last reviewed: <time datetime="${iso(data.reviewed)}">${words(data.reviewed)}</time><br>
Next review due: <time datetime="${iso(data["review-by"])}">${words(data["review-by"])}</time>
</p>
` : "";
}

function actions(data) {
  return `<ul class="actions">
<li><a href="mailto:directory@example.org?subject=Change%20to%3A%20${encodeURIComponent(data.title)}&amp;body=Page%3A%20${encodeURIComponent(SITE + (data.page?.url ?? ""))}">Suggest a change to this page</a></li>
</ul>`;
}

const HEAD = `<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="icon" type="image/png" sizes="192x192" href="/assets/icon-192.png">
<link rel="apple-touch-icon" href="/assets/apple-touch-icon.png">
<link rel="alternate" type="application/atom+xml" title="${TITLE}: new case studies" href="/feed.xml">
<link rel="stylesheet" href="/assets/site.css">
<script src="/assets/site.js" defer></script>
<link rel="manifest" href="/manifest.webmanifest">
<meta name="theme-color" content="#0b3f38" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0a302a" media="(prefers-color-scheme: dark)">
<meta property="og:site_name" content="${TITLE}">
<meta property="og:image" content="${SITE}/assets/preview.png">
<meta property="og:image:alt" content="${TITLE}">
<meta name="twitter:card" content="summary_large_image">`;

const mastheads = {};
function masthead(section) {
  return (mastheads[section] ??= `<header class="masthead">
<div class="width">
<a class="masthead-title" href="/"><img src="/assets/icon.svg" alt="" width="36" height="36"> <span>${TITLE}</span></a>
<nav aria-label="Main">
<ul>
${Object.entries(SECTIONS).map(([id, name]) => `<li><a href="/${id}/"${id === section ? ' aria-current="true"' : ""}>${name}</a></li>\n`).join("")}</ul>
</nav>
<form class="find find-top" role="search" action="/search/" method="get">
<label for="wm-q">Search the directory</label>
<div>
<input id="wm-q" name="q" type="search" autocomplete="off" maxlength="200">
<button>Search</button>
</div>
</form>
</div>
</header>`);
}

function trail(section) {
  return `<nav class="trail width" aria-label="Breadcrumb">
<ol>
<li><a href="/">Home</a></li>
${SECTIONS[section] ? `<li><a href="/${section}/">${SECTIONS[section]}</a></li>\n` : ""}</ol>
</nav>`;
}

const FOOT = `<footer class="foot">
<div class="width">
<nav aria-label="About this directory">
<ul>
<li><a href="/introduction/">Introduction</a></li>
<li><a href="/how-to-take-part/">How to take part</a></li>
<li><a href="/about-this-directory/">About this directory</a></li>
<li><a href="/coverage/">Where there are case studies</a></li>
<li><a href="/print/">Print the whole directory</a></li>
<li><a href="/whats-new/">What’s new</a></li>
<li><a href="/a-to-z/">A to Z</a></li>
<li><a href="/search/">Search</a></li>
<li><a href="/feed.xml">News feed</a></li>
<li><a href="mailto:directory@example.org">Contact the editors</a></li>
</ul>
</nav>
<p>Published by <a href="https://www.example.org/">Waymark</a>. Based on <a href="https://www.example.org/book"><cite>A book of services</cite></a>, An example press, <time datetime="2021">2021</time>. Open Government Licence v3.0.</p>`;

export function feed(directory) {
  const studies = directory.studies.slice(0, 20);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${SITE}/</id>
<title>${TITLE}</title>
<subtitle>${SUMMARY}</subtitle>
<updated>${iso(studies[0].data.published)}T00:00:00Z</updated>
<link rel="self" type="application/atom+xml" href="${SITE}/feed.xml"/>
<link rel="alternate" type="text/html" href="${SITE}/"/>
${studies.map(({ url, data }) => `<entry>
<id>${SITE}${url}</id>
<title>${text(data.title)}</title>
<link rel="alternate" type="text/html" href="${SITE}${url}"/>
<published>${iso(data.published)}T00:00:00Z</published>
<updated>${iso(data.reviewed)}T00:00:00Z</updated>
<summary>${text(data.summary)}</summary>
</entry>
`).join("")}</feed>
`;
}

export function sitemap(pages) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.filter((page) => page.url).map((page) => `<url>
<loc>${SITE}${page.url}</loc>${page.data.reviewed ? `\n<lastmod>${iso(page.data.reviewed)}</lastmod>` : ""}
</url>
`).join("")}</urlset>
`;
}
