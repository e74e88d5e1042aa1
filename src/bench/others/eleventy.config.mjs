// The same directory for Eleventy: templates in plain JavaScript, its fastest kind, and no template language in texts.
import yaml from "js-yaml";
import { feed, lists, sitemap } from "./_includes/layout.mjs";

export default function (eleventy) {
  eleventy.setInputDirectory("content");
  eleventy.addPassthroughCopy({ static: "/" });
  eleventy.addDataExtension("yaml", (text) => yaml.load(text));
  eleventy.addGlobalData("layout", "layout.11ty.mjs");
  eleventy.addGlobalData("permalink", () => address);
  eleventy.addCollection("directory", index);
  eleventy.addCollection("listPages", (api) => lists(index(api)));
  eleventy.addTemplate("lists.11ty.js", () => "", {
    pagination: { data: "collections.listPages", size: 1, alias: "list" },
    permalink: (data) => data.list.url,
  });
  eleventy.addTemplate("home.11ty.js", () => "", { title: "Home", kind: "home", permalink: "/" });
  eleventy.addTemplate("feed.11ty.js", (data) => feed(data.collections.directory), { layout: null, permalink: "/feed.xml" });
  eleventy.addTemplate("sitemap.11ty.js", (data) => sitemap(data.collections.all), {
    layout: null,
    permalink: "/sitemap.xml",
    eleventyExcludeFromCollections: true,
  });
  return { markdownTemplateEngine: false, htmlTemplateEngine: false, dir: { includes: "../_includes", data: "../data" } };
}

/** Lists, with those of organisations, are made in parts by a template of their own; their files only give their data. */
function address(data) {
  const stem = data.page.filePathStem;
  if (/^\/(by-|organisations\/|case-studies\/_index)/.test(stem)) {
    return false;
  }
  return stem.replace(/\/_index$/, "") + "/";
}

function newestFirst(studies) {
  return studies.sort((a, b) => b.data.published - a.data.published || (a.data.title < b.data.title ? -1 : 1));
}

let cached;
/** All that pages need to know of each other, found once. */
function index(api) {
  if (cached) {
    return cached;
  }
  const studies = api.getFilteredByGlob("content/case-studies/*.md").filter((study) => study.data.published);
  const directory = { studies: newestFirst(studies), titles: {}, by: {}, entries: {} };
  for (const entry of api.getAll()) {
    const path = entry.page.filePathStem.replace(/\/_index$/, "");
    directory.titles[path] = entry.data.title;
    (directory.entries[path.split("/")[1]] ??= []).push({ path, data: entry.data });
  }
  for (const study of directory.studies) {
    for (const list of ["organisations", "by-service", "by-category", "by-region", "by-kind"]) {
      for (const id of study.data[list]) {
        ((directory.by[list] ??= {})[id] ??= []).push(study);
      }
    }
  }
  return (cached = directory);
}
