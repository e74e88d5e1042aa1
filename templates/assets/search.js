// Search without a server, for results.js and suggestions.js. How it works: src/docs/search.md. Words become stems as in
// org.waymark.search.Analysis.
(function () {
  "use strict";

  const STOP = new Set(("a about all already also an and another any are as at be because been before between " +
    "both but by can could did do does doing done during each every for from get got had " +
    "has have how i if in into is it its made make many may me more most my no not now " +
    "of often on once only or other our out over own same several since so some still " +
    "such take than that the their them then there these they this those through to took " +
    "under up upon us use used very was we well were what when where which while who " +
    "whom whose will with without would you your").split(" "));
  // Words of the question itself, not of its subject.
  const ASKING = new Set("define definition find list mean meaning means near show somebody someone stand stands".split(" "));
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
    if (name !== "index") return parts[name].resolve("dx".includes(name[0]) ? data : records(data));
    root = data;
    base = document.currentScript.src.replace(/[^/]*$/, "");
    root.groups = root.groups.map(([label, weight, path, count, explains]) => {
      total += count;
      return { label, weight: weight / 100, path, first: total - count, explains: !!explains };
    });
    root.phrases = new Map();
    root.synonyms = root.synonyms.split("!").map((phrases) => phrases.split("|"));
    root.synonyms.forEach((phrases, i) => phrases.forEach((phrase) => {
      const term = phrases.find((one) => !one.includes(" ")) || ":" + i.toString(36);
      root.phrases.set(phrase, (root.phrases.get(phrase) || []).concat({ term, phrases }));
    }));
    root.areas = new Map();
    (root.postcodes || []).forEach(([doc, letters]) => letters.split(" ").forEach((area) => {
      if (!root.areas.has(area)) root.areas.set(area, { docs: [], impacts: [], df: 1 });
      root.areas.get(area).docs.push(doc);
      root.areas.get(area).impacts.push(8);
    }));
    if (root.docs) {
      root.docs = [root.docs[0].map((_, i) => root.docs.map((column) => column[i]))];
      root.d = [total];
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
    root.docs[0].forEach((doc, number) => shownTerms(doc).forEach((weight, term) => {
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

  // Keys are front-coded: only what differs from the previous key is stored, after a letter for the length of what does not.
  function records(text) {
    const [keys, ...values] = text.split("!");
    let key = "";
    return {
      keys: (keys.match(/[A-Z][^A-Z]*/g) || []).map((end) => key = key.slice(0, end.charCodeAt(0) - 65) + end.slice(1)),
      values,
    };
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

  function decoded(value) {
    const [text, count] = value.split(" ");
    const list = { docs: [], impacts: [], df: 0 };
    let doc = -1, i = 0;
    const digit = () => { const c = text.charCodeAt(i++); return c < 92 ? c - 35 : c - 36; };
    while (i < text.length) {
      let next = digit(), impact = 1;
      if (next < 8) {
        impact = next;
        next = digit();
      }
      if (next === 90) next = 72 + 546 + 33124 + (digit() * 91 + digit()) * 91 + digit();
      else if (next > 85) next = 72 + 546 + ((next - 86) * 91 + digit()) * 91 + digit();
      else if (next > 79) next = 72 + (next - 80) * 91 + digit();
      else next -= 8;
      doc += next + 1;
      list.docs.push(doc);
      list.impacts.push(impact + 1);
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
        keys.forEach((key, i) => found.push([key, values[i].charCodeAt(0) - 97]));
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
    const [path, name, summary, details, others, first] = docs[number - root.starts[i]];
    const group = root.groups.filter((g) => g.first <= number).pop();
    const slug = name.replace(/[^a-z0-9]+/gi, "-").replace(/^-/, "").toLowerCase();
    return { path: group.path + (path === "" ? slug : path === "/" ? slug + path : path), name, summary, details, first, others: others ? others.split("|") : [] };
  }

  // The postings that match a word of the query.
  async function slotOf(word, last) {
    const own = stem(word);
    const slot = { stem: own, lists: [], shown: [own] };
    const exact = await postings(own);
    if (exact) slot.lists.push({ list: exact, weight: 1 });
    const start = own.length > 3 && word.startsWith(own) ? own : word;
    if (word.length >= (last ? (exact ? 4 : 3) : 5) && !/\d/.test(start)) {
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
    const [, letters] = /^(\p{L}{1,4})\d/u.exec(word) || [];
    const area = !slot.lists.length && letters && root.areas.get(letters.toUpperCase());
    if (area) {
      slot.letters = letters.toUpperCase();
      slot.lists.push({ list: area, weight: 1 });
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

  // A word that no text has may belong to a phrase that means the same as one that some have: "coil", of "coil fitting".
  async function addPhrases(slot) {
    for (const [phrase, concepts] of root.phrases) {
      if (!phrase.split(" ").includes(slot.stem)) continue;
      for (const { term, phrases } of concepts) {
        const list = await postings(term);
        if (!list) continue;
        slot.lists.push({ list, weight: 0.5 });
        slot.shown.push(...phrases);
      }
    }
  }

  // A single error leaves the first or the last half of a word intact, so look up both.
  async function addSlips(slot) {
    const word = slot.stem;
    const half = Math.floor(word.length / 2) - 1;
    if (word.length < 4 || !/^\p{L}+$/u.test(word)) return;
    const near = new Map(await vocabulary("w", word.slice(0, half)));
    for (const [key, df] of await vocabulary("b", reversed(word.slice(half + 1)))) near.set(reversed(key), df);
    const slips = Array.from(near).filter(([key, df]) => isSlip(word, key, df))
      .sort((a, b) => (b[0][0] === word[0]) - (a[0][0] === word[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2);
    for (const [key] of slips) {
      slot.lists.push({ list: await postings(key), weight: 0.4 });
      slot.shown.push(key);
    }
    if (slips.length) slot.stem = slips[0][0];
    slot.slip = slips.length > 0;
  }

  // Only close and common words: a word that is short or rare, or begins or ends differently, is a different word.
  function isSlip(typed, word, df) {
    return typed.length > 4 && df >= 1 && typed[0] === word[0] && typed.slice(-1) === word.slice(-1) && isNear(typed, word);
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
    const typed = words(text.replace(/(?<![\p{L}\p{Nd}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{Nd}])/gu, (dotted) => dotted.replace(/\./g, ""))).filter((word, i, all) => all.findIndex((other) => stem(other) === stem(word)) === i).slice(0, 12);
    const asked = typed.filter((word) => !ASKING.has(word));
    const found = asked.length ? asked : typed;
    const slots = await Promise.all(found.map((word, i) => slotOf(word, i === found.length - 1)));
    const meant = [];
    slots.forEach((_, i) => {
      for (let end = i + 1; end <= slots.length; end++) {
        for (const concept of root.phrases.get(slots.slice(i, end).map((slot) => slot.stem).join(" ")) || []) {
          meant.push(postings(concept.term).then((list) => slots.slice(i, end).forEach((slot) => {
            if (list && concept.term !== slot.stem) slot.lists.push({ list, weight: 0.9 });
            slot.shown.push(...concept.phrases);
          })));
        }
      }
    });
    await Promise.all(meant);
    await Promise.all(slots.filter((slot) => !slot.lists.length).map(addPhrases));
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
    const hits = [];
    root.groups.forEach((group, g) => {
      const end = g + 1 < root.groups.length ? root.groups[g + 1].first : total;
      for (let doc = group.first; doc < end; doc++) {
        const share = covered[doc] / importance;
        if (scores[doc]) hits.push({ doc, group, share, score: scores[doc] * share * share * group.weight });
      }
    });
    // Weak matches help only if there are no better ones.
    const good = hits.filter(({ share }) => share >= 0.5);
    return (good.length < FEW ? hits.filter(({ share }) => share >= 0.25) : good).sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  // Whether some texts show a word of the query, or a synonym.
  function shownIn(...texts) {
    const read = " " + stems(texts.join(" ")).join(" ") + " ";
    return (slot) => slot.shown.some((phrase) => read.includes(" " + phrase + " "));
  }

  // Bonuses that only names and summaries give: for words next to each other, or a whole name.
  function closeness(doc, slots, weight) {
    const query = slots.map((slot) => slot.stem);
    const whole = query.join(" ");
    let near = 0;
    let factor = 0.7 + 0.3 * slots.filter(shownIn(doc.name, ...doc.others, doc.summary, doc.details)).length / slots.length;
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

  const NEAR = 20, FEW = 3;

  // Hits by rank. Those whose name has exactly the words of the query come first.
  async function search(text) {
    await ready;
    const slots = await slotsOf(text);
    const hits = slots.some((slot) => slot.lists.length) ? ranked(slots) : [];
    const near = hits.splice(0, NEAR);
    await Promise.all(near.map(async (hit) => {
      hit.shown = await documentAt(hit.doc);
      hit.score *= closeness(hit.shown, slots, hit.group.weight);
    }));
    hits.unshift(...near.sort((a, b) => b.score - a.score || a.doc - b.doc));
    return { slots, hits };
  }

  // The text of a page from which results show an excerpt; empty without one.
  async function textOf(number) {
    let first = 0;
    for (let i = 0; i < root.x.length; first += root.x[i++]) {
      if (number < first + root.x[i]) return (await part("x" + i))[number - first];
    }
    return "";
  }

  const LONGEST_PHRASE = 6;

  function element(name, content, properties) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...[].concat(content));
    return made;
  }

  const WORD = /[\p{L}\p{N}\p{M}](?:[^\s()“”"–—/]*[\p{L}\p{N}\p{M}])?/gu;

  // The words of a text that match the query, or are part of a matching phrase.
  function matches(text, slots) {
    const wanted = new Set([].concat(...slots.map((slot) => slot.shown)));
    const read = [];
    for (const word of text.matchAll(WORD)) stems(word[0]).forEach((one) => read.push({ one, word }));
    const found = new Set();
    read.forEach((_, start) => {
      for (let end = start + 1; end <= Math.min(read.length, start + LONGEST_PHRASE); end++) {
        const phrase = read.slice(start, end);
        if (wanted.has(phrase.map(({ one }) => one).join(" "))) phrase.forEach(({ word }) => found.add(word));
      }
    });
    return Array.from(found).sort((a, b) => a.index - b.index);
  }

  function marked(text, slots) {
    const nodes = [];
    let end = 0;
    for (const match of matches(text, slots)) {
      nodes.push(text.slice(end, match.index), element("mark", match[0]));
      end = match.index + match[0].length;
    }
    return nodes.concat(text.slice(end));
  }

  Object.assign(window.waymarkSearch, { stems, find: search, document: documentAt, textOf, shownIn, matches, marked, element });
})();
