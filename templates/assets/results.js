// The search page. Its results need search.js and the index, which are loaded for the first query.
(function () {
  "use strict";
  const form = document.getElementById("wm-search");
  const isAsked = !!new URLSearchParams(location.search).get("q");
  // What the results replace is hidden before it is shown.
  document.documentElement.classList.toggle("searching", isAsked);

  const LONGEST_EXCERPT = 200, FIRST = 10, WAIT = 150, PAUSE = 1200;
  let loading;
  let core; // search.js

  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: address, async: false, onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }

  function loaded() {
    loading = loading || Promise.all(form.dataset.scripts.split(" ").map(load)).then(() => { core = window.waymarkSearch; });
    return loading;
  }

  // The sentence of a text with most of the words, cut around the first of them if it is long.
  function excerpt(text, slots) {
    let best = "", most = 0;
    for (const [sentence] of text.matchAll(/[^\n.!?]+(?:[.!?]+(?=\s|$)|[.!?]+[^\n.!?\s][^\n.!?]*)*/g)) {
      const count = slots.filter(core.shownIn(sentence)).length;
      if (count > most) {
        most = count;
        best = sentence.trim();
      }
    }
    if (best.length <= LONGEST_EXCERPT) return best;
    // Words that have a meaning only together, such as "A and E", have no separate positions.
    const [match] = core.matches(best, slots);
    const first = match ? match.index : 0;
    const start = first < LONGEST_EXCERPT / 2 ? 0 : best.indexOf(" ", first - LONGEST_EXCERPT / 3) + 1;
    const space = best.lastIndexOf(" ", start + LONGEST_EXCERPT);
    const end = start + LONGEST_EXCERPT >= best.length ? best.length : space > start ? space : start + LONGEST_EXCERPT;
    return (start ? "… " : "") + best.slice(start, end) + (end < best.length ? " …" : "");
  }

  // If a text cannot be loaded, only its part is left out.
  function textFor(hit) {
    return core.textOf(hit.doc).catch(() => "");
  }

  function isDefinition(hit, slots) {
    const whole = slots.map((slot) => slot.stem).join(" ");
    return hit.group.explains && [hit.shown.name, ...hit.shown.others].some((name) => core.stems(name).join(" ") === whole);
  }

  async function complete(hit, slots) {
    hit.shown = hit.shown || await core.document(hit.doc);
    hit.defines = isDefinition(hit, slots);
    const { name, others, summary, first, details } = hit.shown;
    const isShown = core.shownIn(name, ...others, summary, first || "", details);
    const found = slots.filter((slot) => !slot.letters && slot.lists.some(({ list }) => list.docs.includes(hit.doc)));
    const missing = found.filter((slot) => !isShown(slot));
    if (hit.defines) hit.definition = await textFor(hit);
    else if (missing.length * 2 > found.length) hit.excerpt = excerpt(await textFor(hit), missing);
    return hit;
  }

  function start() {
    const field = document.getElementById("wm-q");
    const status = document.getElementById("wm-status");
    const results = document.getElementById("wm-results");
    const title = document.title;
    const labels = window.waymarkLabels(results);
    let run = 0;
    let timer;
    let patience;

    function item({ doc, shown, group, excerpt, definition, defines }, slots) {
      const link = core.element("a", core.marked(shown.name, slots), { href: results.dataset.root + shown.path });
      const lines = [core.element("h2", link)];
      const others = shown.others.filter((name) => slots.some(core.shownIn(name)));
      const summary = definition || shown.summary;
      const about = [group.label].concat(shown.first || [], shown.details || []).join(labels.text("facts-separator"));
      if (summary) lines.push(core.element("p", defines ? summary : core.marked(summary, slots)));
      if (excerpt) lines.push(core.element("p", labels.parts("quoted", { word: core.marked(excerpt, slots) }), { className: "excerpt" }));
      if (others.length) lines.push(core.element("p", labels.parts("also", { names: core.marked(others.join(labels.text("separator")), slots) }), { className: "meta" }));
      slots.filter(({ letters, lists }) => letters && lists[0].list.docs.includes(doc))
        .forEach(({ letters }) => lines.push(core.element("p", labels.text("postcodes-there", { letters }), { className: "meta" })));
      lines.push(core.element("p", core.marked(about, slots), { className: "meta" }));
      return core.element("li", lines, { className: defines ? "defines" : "" });
    }

    function list(hits, slots) {
      const rows = core.element("ol", [], { className: "rows" });
      const button = core.element("button", labels.text("show-more"), { type: "button", className: "show-more" });
      const whole = core.element("div", rows);
      async function more() {
        const start = rows.children.length;
        const next = await Promise.all(hits.slice(start, start + FIRST).map((hit) => complete(hit, slots)));
        rows.append(...next.map((hit) => item(hit, slots)));
        if (rows.children.length < hits.length) whole.append(button); else button.remove();
        return rows.children[start];
      }
      button.addEventListener("click", () => more().then((added) => added.querySelector("a").focus(), failed));
      return more().then(() => whole);
    }

    function failed() {
      document.documentElement.classList.remove("searching");
      status.textContent = labels.text("search-fails");
      results.textContent = "";
    }

    // Several values in a sentence: "a, b and c"
    function listOf(values) {
      const before = values.slice(0, -1);
      const last = values[values.length - 1];
      return before.length ? labels.text("list-and", { list: before.join(labels.text("separator")), last }) : last;
    }

    // The word in a result that has a given stem.
    function wordFor(stem, shown) {
      const text = shown.map((hit) => hit.shown ? hit.shown.name + " " + hit.shown.summary : "").join(" ");
      return (text.match(/\p{L}+/gu) || []).find((word) => core.stems(word)[0] === stem) || stem;
    }

    // While somebody types, a word is not complete, so it is too early to say that nothing was found.
    async function show(text, typing) {
      const mine = ++run;
      clearTimeout(patience);
      document.documentElement.classList.toggle("searching", text !== "");
      document.title = text ? labels.text("page-title", { page: text, site: title }) : title;
      if (!text) {
        status.textContent = results.textContent = "";
        return;
      }
      await loaded();
      const { slots, hits } = await core.find(text);
      const found = hits.length ? await list(hits, slots) : null;
      if (mine !== run) return;
      if (!found) {
        if (typing) {
          status.textContent = "";
          patience = setTimeout(() => nothing(text), PAUSE);
        } else {
          nothing(text);
        }
        return;
      }
      const slips = slots.filter((slot) => slot.slip)
        .map((slot) => labels.text("quoted", { word: wordFor(slot.stem, hits).toLowerCase() }));
      const sentences = [labels.text("found", { count: hits.length, query: text })];
      if (slips.length) sentences.push(labels.text("found-instead", { words: listOf(slips) }));
      status.textContent = sentences.join(" ");
      results.replaceChildren(found);
    }

    function nothing(text) {
      status.textContent = labels.text("nothing-found", { query: text });
      document.documentElement.classList.remove("searching");
      results.replaceChildren(core.element("p", labels.text("nothing-found-more")));
    }

    function update(typing) {
      show(field.value.trim(), typing).catch(failed);
    }

    // Some browsers do not let scripts change the address of a page opened from disk.
    function remember(how, typing) {
      const text = field.value.trim();
      try {
        history[how + "State"]({ typing }, "", text ? "?q=" + encodeURIComponent(text).replace(/%20/g, "+") : location.pathname);
      } catch (e) { /* the address stays as it is */ }
    }

    function readAddress() {
      field.value = new URLSearchParams(location.search).get("q") || "";
      update(false);
    }

    field.addEventListener("focus", () => loaded().catch(failed), { once: true });
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        remember(history.state && history.state.typing || !location.search ? "replace" : "push", true);
        update(true);
      }, WAIT);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      remember(history.state && history.state.typing ? "replace" : "push", false);
      update(false);
    });
    window.addEventListener("popstate", readAddress);
    window.addEventListener("error", (event) => { if (event.target.tagName === "SCRIPT") failed(); }, true);
    readAddress();
  }

  if (isAsked) loaded().catch(() => {}); // reported when the results are shown
  // The labels are in a script that runs after the page.
  document.addEventListener("DOMContentLoaded", start);
})();
