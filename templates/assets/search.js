// Search without a server. How it works: src/docs/search.md. Words become stems as in org.waymark.search.Analysis.
(function () {
  "use strict";

  const STOP = new Set(("a about all already also an and another any are as at be because been before between " +
    "both but by can could did do does doing done during each every for from get got had " +
    "has have how i if in into is it its made make many may me more most my no not now " +
    "of often on once only or other our out over own same several since so some still " +
    "such take than that the their them then there these they this those through to took " +
    "under up us use used very was we well were what when where which while who " +
    "whom whose will with without would you your").split(" "));
  const NUMBERS = { two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9", ten: "10",
    eleven: "11", twelve: "12" };
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", ς: "σ" };

  function words(text) {
    const found = text.normalize("NFKD").toLowerCase().replace(/\p{Mn}/gu, "").replace(/[ßæœþøđðłıς]/g, (c) => LETTERS[c])
      .replace(/[‘’ʼ]/g, "'").replace(/([\p{L}\p{Nd}])'(?=\p{L})/gu, "$1").replace(/&/g, " and ")
      .replace(/([0-9]),(?=[0-9]{3})/g, "$1")
      .replace(/(^|[^\p{L}\p{Nd}])(anti|co|e|inter|multi|non|post|pre|re|sub|x)[-‐‑](?=\p{L})/gu, "$1$2")
      .replace(/(^|[^\p{L}\p{Nd}])(\p{L}{3,})(?=\p{Nd})/gu, "$1$2 ").match(/[\p{L}\p{Nd}]+/gu) || [];
    const merged = [];
    for (let i = 0; i < found.length; i++) {
      const pair = found[i + 1] === "and" && /^\p{L}$/u.test(found[i]) && /^\p{L}$/u.test(found[i + 2] || "");
      merged.push(pair ? found[i] + found[i + 2] : found[i]);
      if (pair) i += 2;
    }
    return merged.filter((word) => !STOP.has(word));
  }

  function stem(word) {
    return Object.prototype.hasOwnProperty.call(NUMBERS, word) ? NUMBERS[word] : word.length < 3 || !/^[a-z]+$/.test(word) ? word
      : finish(withoutEnding(withoutPlural(word)));
  }

  function withoutPlural(w) {
    if (!w.endsWith("s")) return w;
    if (/..ies$/.test(w)) return w.slice(0, -3) + "y";
    if (/...sis$|^.uses$/.test(w)) return w.slice(0, -2);
    if (/(ss|x|ch|sh)es$/.test(w)) return w.slice(0, -2);
    if (/(s|u|i)s$/.test(w) || (w.length === 3 && /[aeiouy]/.test(w))) return w;
    return w.slice(0, -1);
  }

  function withoutEnding(w) {
    if (/..ied$/.test(w)) return w.slice(0, -3) + "y";
    if (w.endsWith("eed")) return w.length > 5 ? w.slice(0, -1) : w;
    if (/...ing$/.test(w) && /[aeiouy].*ing$/.test(w)) return restored(w.slice(0, -3));
    if (/...ed$/.test(w) && /[aeiouy].*ed$/.test(w)) return restored(w.slice(0, -2));
    return w;
  }

  function restored(base) {
    return /^[^aeiouy][aeiouy][^aeiouywx]$/.test(base) ? base + "e" : base;
  }

  function finish(w) {
    if (w.length > 4 && /[^e]e$/.test(w)) w = w.slice(0, -1);
    if (w.length > 3 && /([^aeiouy])\1$/.test(w)) w = w.slice(0, -1);
    if (w.endsWith("ization")) return w.slice(0, -6) + "sation";
    return w.length > 4 && /[iy]z$/.test(w) ? w.slice(0, -1) + "s" : w;
  }

  function stems(text) {
    return words(text).map(stem);
  }

  let root; // the contents of index.js
  let base; // where its parts are
  let total = 0;
  const parts = {}; // by name: a promise and its resolver
  let started;
  const ready = new Promise((resolve) => { started = resolve; });

  function part(name) {
    if (!parts[name]) {
      parts[name] = {};
      parts[name].promise = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        parts[name].resolve = resolve;
        script.src = base + root.folder + "/" + name + ".js";
        script.onerror = () => { delete parts[name]; reject(new Error(name)); };
        document.head.append(script);
      });
    }
    return parts[name].promise;
  }

  window.waymarkSearch = function (name, data) {
    if (name !== "index") return parts[name].resolve(name[0] === "d" ? data : records(data));
    root = data;
    base = document.currentScript.src.replace(/[^/]*$/, "");
    root.groups = root.groups.map(([label, weight, path, count]) => {
      total += count;
      return { label, weight: weight / 100, path, first: total - count };
    });
    root.phrases = new Map();
    root.synonyms = root.synonyms.map((phrases) => phrases.split("|"));
    root.synonyms.forEach((phrases, i) => phrases.forEach((phrase) => {
      const term = phrases.find((one) => !one.includes(" ")) || ":" + i.toString(36);
      root.phrases.set(phrase, (root.phrases.get(phrase) || []).concat({ term, phrases }));
    }));
    if (root.docs) {
      root.d = root.docs.map((docs) => docs.length);
      gather(records(root.terms));
    }
    let first = 0;
    root.starts = root.d.map((count) => (first += count) - count);
    started();
  };

  function meanings(found) {
    const terms = [];
    found.forEach((_, i) => {
      for (let end = i + 1; end <= found.length; end++) {
        const phrase = found.slice(i, end);
        for (const { term } of root.phrases.get(phrase.join(" ")) || []) if (!phrase.includes(term)) terms.push(term);
      }
    });
    return terms;
  }

  // As in org.waymark.search.Batch.
  function shownTerms([, name, summary, details, others]) {
    const weights = new Map();
    const add = (into, combine, text, weight, byLength, length) => {
      const found = stems(text);
      const each = weight / (1 - byLength + byLength * found.length / length);
      found.concat(meanings(found)).forEach((term) => into.set(term, combine(into.get(term) || 0, each)));
    };
    const sum = (a, b) => a + b;
    add(weights, sum, name, 10, 0.5, 4);
    add(weights, sum, summary, 4, 0.4, 20);
    add(weights, sum, details, 4, 0.4, 8);
    const best = new Map();
    if (others) others.split("|").forEach((other) => add(best, Math.max, other, 8, 0.5, 4));
    best.forEach((weight, term) => weights.set(term, sum(weights.get(term) || 0, weight)));
    return weights;
  }

  function gather({ keys, values }) {
    const lists = root.lists = new Map(keys.map((key, i) => [key, decoded(values[i])]));
    [].concat(...root.docs).forEach((doc, number) => shownTerms(doc).forEach((weight, term) => {
      if (!lists.has(term)) lists.set(term, { docs: [], impacts: [], df: 0 });
      const list = lists.get(term);
      list.docs.push(number);
      list.impacts.push(1 + [0.9, 2, 3.6, 6, 10, 16, 25].filter((least) => weight >= least).length);
      list.df++;
    }));
    root.words = { w: [], b: [] };
    lists.forEach((list, term) => {
      if (!/^\p{L}/u.test(term)) return;
      root.words.w.push([term, Math.floor(Math.log2(list.df))]);
      root.words.b.push([reversed(term), Math.floor(Math.log2(list.df))]);
    });
  }

  // Keys are front-coded: only what differs from the previous key is stored.
  function records(text) {
    let key = "";
    const found = { keys: [], values: [] };
    for (const record of text ? text.split("!") : []) {
      const [end, ...values] = record.split(" ");
      key = key.slice(0, end.charCodeAt(0) - 48) + end.slice(1);
      found.keys.push(key);
      found.values.push(values);
    }
    return found;
  }

  // The index of the last key that does not come after another.
  function place(keys, key) {
    let low = 0, high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] <= key) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  async function postings(term) {
    if (root.lists) return root.lists.get(term) || null;
    const found = await part("t" + Math.max(0, place(root.t, term)));
    const i = place(found.keys, term);
    return i >= 0 && found.keys[i] === term ? decoded(found.values[i]) : null;
  }

  function decoded([text, count]) {
    const list = { docs: [], impacts: [], df: 0 };
    let doc = -1, i = 0;
    const digit = () => { const c = text.charCodeAt(i++); return c < 92 ? c - 35 : c - 36; };
    while (i < text.length) {
      let value = digit();
      if (value === 90) value = 61 + 2184 + 41405 + (digit() * 91 + digit()) * 91 + digit();
      else if (value > 84) value = 61 + 2184 + ((value - 85) * 91 + digit()) * 91 + digit();
      else if (value > 60) value = 61 + (value - 61) * 91 + digit();
      doc += (value >> 3) + 1;
      list.docs.push(doc);
      list.impacts.push((value & 7) + 1);
    }
    list.df = count ? +count : list.docs.length;
    return list;
  }

  // Words, or their reverse, with their frequency as a power of two.
  async function vocabulary(kind, beginning) {
    let found = [];
    if (root.words) {
      found = root.words[kind];
    } else {
      const loads = [];
      const last = place(root[kind], beginning + "\uffff");
      for (let i = Math.max(0, place(root[kind], beginning)); i <= last; i++) loads.push(part(kind + i));
      for (const { keys, values } of await Promise.all(loads)) {
        keys.forEach((key, i) => found.push([key, values[i][0].charCodeAt(0) - 97]));
      }
    }
    return found.filter(([key]) => key.startsWith(beginning));
  }

  function reversed(text) {
    return Array.from(text).reverse().join("");
  }

  async function documentAt(number) {
    const i = place(root.starts, number);
    const docs = root.docs ? root.docs[i] : await part("d" + i);
    const [path, name, summary, details, others] = docs[number - root.starts[i]];
    const group = root.groups.filter((g) => g.first <= number).pop();
    const slug = name.replace(/[^a-z0-9]+/gi, "-").replace(/^-/, "").toLowerCase();
    return { path: group.path + (path === "" ? slug : path === "/" ? slug + path : path), name, summary, details, others: others ? others.split("|") : [] };
  }

  // The postings that match a word of the query.
  async function slotOf(word, last) {
    const own = stem(word);
    const slot = { stem: own, lists: [], shown: [own] };
    const exact = await postings(own);
    if (exact) slot.lists.push({ list: exact, weight: 1 });
    const start = own.length > 3 && word.startsWith(own) ? own : word;
    if (start.length >= (last ? (exact ? 4 : 3) : 5) && !/\d/.test(start)) {
      await addLongerWords(slot, start, exact ? (last ? 0.35 : 0.2) : last ? 0.6 : 0.3);
    }
    if (last && !slot.lists.length) {
      for (const end of ["g", "ng", "s", "d"]) {
        const whole = stem(word + end);
        const list = whole !== own && await postings(whole);
        if (list) {
          slot.shown.push(whole);
          slot.lists.push({ list, weight: 0.9 });
          break;
        }
      }
    }
    return slot;
  }

  async function addLongerWords(slot, start, weight) {
    const longer = (await vocabulary("w", start)).filter(([key]) => key !== slot.stem)
      .sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1)).slice(0, 6);
    const lists = await Promise.all(longer.map(([key]) => postings(key)));
    const df = lists.reduce((sum, list) => sum + list.df, 0);
    lists.forEach((list, i) => {
      slot.shown.push(longer[i][0]);
      slot.lists.push({ list, weight, df });
    });
  }

  // A single error leaves the first or the last half of a word intact, so look up both.
  async function addSlips(slot) {
    const word = slot.stem;
    const half = Math.floor(word.length / 2) - 1;
    if (word.length < 4 || !/^\p{L}+$/u.test(word)) return;
    const near = new Map(await vocabulary("w", word.slice(0, half)));
    for (const [key, df] of await vocabulary("b", reversed(word.slice(half + 1)))) near.set(reversed(key), df);
    const slips = Array.from(near).filter(([key]) => isNear(word, key))
      .sort((a, b) => (b[0][0] === word[0]) - (a[0][0] === word[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2);
    for (const [key] of slips) {
      slot.lists.push({ list: await postings(key), weight: 0.4 });
      slot.shown.push(key);
    }
    if (slips.length) slot.stem = slips[0][0];
    slot.slip = slips.length > 0;
  }

  // One letter inserted, deleted, replaced or swapped with its neighbour.
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    return a.slice(i + 1) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  }

  async function slotsOf(text) {
    const found = words(text).filter((word, i, all) => all.findIndex((other) => stem(other) === stem(word)) === i).slice(0, 12);
    const slots = await Promise.all(found.map((word, i) => slotOf(word, i === found.length - 1)));
    const meant = [];
    slots.forEach((_, i) => {
      for (let end = i + 1; end <= slots.length; end++) {
        for (const concept of root.phrases.get(slots.slice(i, end).map((slot) => slot.stem).join(" ")) || []) {
          meant.push(postings(concept.term).then((list) => slots.slice(i, end).forEach((slot) => {
            if (list && concept.term !== slot.stem) slot.lists.push({ list, weight: 0.9 });
            slot.shown.push(...concept.phrases.join(" ").split(" "));
          })));
        }
      }
    });
    await Promise.all(meant);
    await Promise.all(slots.filter((slot) => !slot.lists.length).map(addSlips));
    return slots;
  }

  function idf(df) {
    return Math.log(1 + (total - df + 0.5) / (df + 0.5));
  }

  function ranked(slots) {
    const scores = new Float64Array(total), covered = new Float64Array(total);
    let importance = 0;
    for (const slot of slots) {
      const best = new Float64Array(total);
      let most = 0;
      for (const { list, weight, df } of slot.lists) {
        const rarity = idf(df || list.df);
        most = Math.max(most, rarity);
        list.docs.forEach((doc, i) => { best[doc] = Math.max(best[doc], weight * rarity * list.impacts[i]); });
      }
      importance += most;
      for (let doc = 0; doc < total; doc++) {
        if (best[doc]) {
          scores[doc] += best[doc];
          covered[doc] += most;
        }
      }
    }
    return root.groups.map((group, g) => {
      const end = g + 1 < root.groups.length ? root.groups[g + 1].first : total;
      const hits = [];
      for (let doc = group.first; doc < end; doc++) {
        const share = covered[doc] / importance;
        if (scores[doc] && share >= 0.5) hits.push({ doc, score: scores[doc] * share * share * group.weight });
      }
      hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
      return { group, hits };
    }).filter(({ hits }) => hits.length);
  }

  // Bonuses that only names and summaries give: for words next to each other, or a whole name.
  function closeness(doc, slots, weight) {
    const query = slots.map((slot) => slot.stem);
    const whole = query.join(" ");
    let near = 0;
    const read = new Set(stems([doc.name, ...doc.others, doc.summary, doc.details].join(" ")));
    let factor = 0.7 + 0.3 * slots.filter((slot) => slot.shown.some((one) => read.has(one))).length / slots.length;
    [doc.name, ...doc.others, doc.summary].forEach((text, i, all) => {
      const found = stems(text);
      const isName = i < all.length - 1;
      if (isName && found.join(" ") === whole) factor += 1000 * weight;
      if (isName && found.join(" ").startsWith(whole + " ")) factor *= 1.3;
      const pairs = query.filter((word, j) => j && found.some((other, k) => other === word && found[k - 1] === query[j - 1]));
      if (pairs.length) near = Math.max(near, (isName ? 0.5 : 0.25) * pairs.length / (query.length - 1));
    });
    return factor * (1 + near);
  }

  const FIRST = 5, MORE = 10, WAIT = 150;

  async function search(text) {
    await ready;
    const slots = await slotsOf(text);
    const groups = slots.some((slot) => slot.lists.length) ? ranked(slots) : [];
    await Promise.all(groups.map(async ({ group, hits }) => {
      await Promise.all(hits.slice(0, FIRST).map(async (hit) => {
        hit.shown = await documentAt(hit.doc);
        hit.score *= closeness(hit.shown, slots, group.weight);
      }));
      const near = hits.splice(0, FIRST).sort((a, b) => b.score - a.score || a.doc - b.doc);
      hits.unshift(...near);
    }));
    groups.sort((a, b) => b.hits[0].score - a.hits[0].score);
    return { slots, groups, count: groups.reduce((sum, { hits }) => sum + hits.length, 0) };
  }

  window.waymarkSearch.stems = stems;
  window.waymarkSearch.find = search;

  const form = document.getElementById("wm-search");
  if (!form) return;
  const field = document.getElementById("wm-q");
  const status = document.getElementById("wm-status");
  const results = document.getElementById("wm-results");
  const title = document.title;
  let run = 0;
  let timer;

  function element(name, content, properties) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...[].concat(content));
    return made;
  }

  function marked(text, wanted) {
    const nodes = [];
    let end = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}](?:[^\s()“”"–—/]*[\p{L}\p{N}\p{M}])?/gu)) {
      if (stems(match[0]).some((one) => wanted.has(one))) {
        nodes.push(text.slice(end, match.index), element("mark", match[0]));
        end = match.index + match[0].length;
      }
    }
    return nodes.concat(text.slice(end));
  }

  function wantedBy(slots) {
    return new Set([].concat(...slots.map((slot) => slot.shown)));
  }

  function item({ shown }, wanted) {
    const link = element("a", marked(shown.name, wanted), { href: results.dataset.root + shown.path });
    const lines = [element("h3", link)];
    const others = shown.others.filter((name) => stems(name).some((one) => wanted.has(one)));
    if (shown.summary) lines.push(element("p", marked(shown.summary, wanted)));
    if (others.length) lines.push(element("p", ["Also: ", ...marked(others.join(", "), wanted)], { className: "meta" }));
    if (shown.details) lines.push(element("p", marked(shown.details, wanted), { className: "meta" }));
    return element("li", lines);
  }

  function section({ group, hits }, wanted, first) {
    const id = "wm-group-" + group.first;
    const list = element("ol", [], { className: "rows" });
    const count = element("span", "(" + hits.length.toLocaleString("en-GB") + ")", { className: "meta" });
    const whole = element("section", [element("h2", [group.label + " ", count], { id }), list]);
    const button = element("button", "Show more: " + group.label.toLowerCase(), { type: "button", className: "show-more" });
    whole.setAttribute("aria-labelledby", id);
    async function show(amount) {
      const start = list.children.length;
      const next = hits.slice(start, start + amount);
      await Promise.all(next.map(async (hit) => { hit.shown = hit.shown || await documentAt(hit.doc); }));
      list.append(...next.map((hit) => item(hit, wanted)));
      if (list.children.length < hits.length) whole.append(button); else button.remove();
      return list.children[start];
    }
    button.addEventListener("click", () => show(MORE).then((added) => added.querySelector("a").focus(), failed));
    return show(first).then(() => whole);
  }

  function failed() {
    document.documentElement.classList.remove("searching");
    status.textContent = "Search cannot be loaded. Try again, or look through the A to Z below.";
    results.textContent = "";
  }

  function number(count) {
    return count === 1 ? "1 result" : count.toLocaleString("en-GB") + " results";
  }

  // The word in a result that has a given stem.
  function wordFor(wanted, shown) {
    const text = shown.map((hit) => hit.shown ? hit.shown.name + " " + hit.shown.summary : "").join(" ");
    return (text.match(/\p{L}+/gu) || []).find((word) => stems(word)[0] === wanted) || wanted;
  }

  async function show(text) {
    const mine = ++run;
    document.documentElement.classList.toggle("searching", text !== "");
    document.title = text ? text + " – " + title : title;
    if (!text) {
      status.textContent = results.textContent = "";
      return;
    }
    const found = await search(text);
    const wanted = wantedBy(found.slots);
    const first = found.groups.length === 1 ? MORE : FIRST;
    const sections = await Promise.all(found.groups.map((group) => section(group, wanted, first)));
    if (mine !== run) return;
    const slips = found.slots.filter((slot) => slot.slip)
      .map((slot) => "“" + wordFor(slot.stem, [].concat(...found.groups.map(({ hits }) => hits))).toLowerCase() + "”");
    let message = found.count ? number(found.count) + " for “" + text + "”." : "Nothing was found for “" + text + "”.";
    if (slips.length && found.count) message += " Showing what has " + slips.join(" and ") + ".";
    status.textContent = message;
    results.replaceChildren(...sections);
    if (!found.count) {
      document.documentElement.classList.remove("searching");
      results.append(element("p", "Check the spelling, use fewer or other words, or look through everything below."));
    }
  }

  function update() {
    show(field.value.trim()).catch(failed);
  }

  // Some browsers let no script change the address of a page opened from a disk.
  function remember(how, typing) {
    const text = field.value.trim();
    try {
      history[how + "State"]({ typing }, "", text ? "?q=" + encodeURIComponent(text).replace(/%20/g, "+") : location.pathname);
    } catch (e) { /* the address stays as it is */ }
  }

  function readAddress() {
    field.value = new URLSearchParams(location.search).get("q") || "";
    update();
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      remember(history.state && history.state.typing || !location.search ? "replace" : "push", true);
      update();
    }, WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    remember(history.state && history.state.typing ? "replace" : "push", false);
    update();
  });
  window.addEventListener("popstate", readAddress);
  window.addEventListener("error", (event) => { if (event.target.tagName === "SCRIPT") failed(); }, true);
  readAddress();
})();
