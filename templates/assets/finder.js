// The filters of a list: turns links to single filters into a form in which filters combine.
//
// The page works without it. The state is in the address: a value for each facet, and the page, as far as they differ from
// what the page itself shows. The data are scripts, since a page opened from a folder on disk can run scripts
// beside it but read no other files; FinderRenderer writes and describes them.
(function () {
  "use strict";
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const finder = document.getElementById("wm-finder");
  if (!finder) return;
  const bar = finder.querySelector(".finder-bar");
  const heading = finder.querySelector("h1");
  const chips = document.getElementById("wm-chips");
  const results = document.getElementById("wm-results");
  const count = results.querySelector("[role=status]");
  const listPlace = document.getElementById("wm-list");
  const pattern = document.getElementById("wm-card").content.firstElementChild;
  const words = finder.dataset;
  const root = words.root;
  const labels = window.waymarkLabels(finder);

  // What the page shows by itself.
  const own = { page: words.page };
  if (words.facet) own[words.facet] = words.id;

  // Loading

  const waiting = new Map(); // file name -> promise of its data
  const arrivals = new Map(); // file name -> function that takes its data

  window.waymarkFinder = function (name, data) {
    arrivals.get(String(name))(data);
  };

  function load(name) {
    name = String(name);
    if (!waiting.has(name)) {
      waiting.set(name, new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        arrivals.set(name, resolve);
        script.onerror = function () {
          waiting.delete(name);
          reject(new Error(name));
        };
        script.src = root + words.folder + name + ".js";
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  }

  // Data

  let facets; // the names of the facets in addresses
  let groups; // the filters, each with its options and the values of each entry
  let pageSize;
  let total;

  function numbers(text) {
    const width = text.length / total;
    const read = new Array(total);
    for (let i = 0, at = 0; i < total; i++) {
      let number = 0;
      for (let digit = 0; digit < width; digit++) number = number * 64 + DIGITS.indexOf(text[at++]);
      read[i] = number;
    }
    return read;
  }

  // The values of each entry in a facet, as lists of their numbers.
  function valuesOf(column) {
    return numbers(column[1]).map(function (set) { return column[0][set]; });
  }

  function options(facet) {
    return facet[2].map(function (value) { return { facet: facet[0], id: value[0], text: value[1], phrase: value[2] }; });
  }

  // A filter for a facet, or for a facet and the one that groups its values.
  function group(facet, values, outer) {
    const made = { name: facet[0], options: options(facet), of: values, chosen: -1 };
    if (outer) {
      // Options are numbered within their filter: all outer values first, then all inner ones.
      const first = outer[2].length;
      made.options = options(outer).concat(made.options);
      made.of = values.map(function (numbers) {
        const places = new Set();
        numbers.forEach(function (number) {
          // A choice may belong to another, whose number comes fourth.
          for (let within = facet[2][number][3]; within >= 0; within = outer[2][within][3]) places.add(within);
          places.add(first + number);
        });
        return Array.from(places);
      });
      const within = function (i) {
        return facet[2].map(function (inner, j) { return inner[3] === i ? first + j : -1; })
          .filter(function (place) { return place >= 0; });
      };
      made.ungrouped = within(-1);
      made.sections = outer[2].map(function (value, i) { return { text: value[1], whole: i, places: within(i) }; });
    }
    return made;
  }

  function read(data) {
    pageSize = data[0];
    total = data[1];
    const all = data[2];
    facets = all.map(function (facet) { return facet[0]; });
    const made = {};
    all.forEach(function (facet, i) {
      const column = data[3 + i];
      if (column) made[facet[0]] = group(facet, valuesOf(column), all[facet[1]]);
    });
    groups = Array.from(bar.children).map(function (child) {
      const one = made[child.dataset.name];
      one.label = child.querySelector(".finder-label").textContent;
      one.any = child.dataset.any;
      return one;
    });
  }

  // State and address

  let page;

  function stateOfAddress() {
    const query = new URLSearchParams(location.search);
    const wanted = {};
    facets.concat("page").forEach(function (name) {
      wanted[name] = query.has(name) ? query.get(name) : own[name] || "";
    });
    groups.forEach(function (group) {
      // A value in the address replaces one of the page that shares its filter.
      const names = Array.from(new Set(group.options.map(function (option) { return option.facet; })));
      if (names.some(function (name) { return query.get(name); })) {
        names.forEach(function (name) { if (!query.has(name)) wanted[name] = ""; });
      }
      group.chosen = group.options.findIndex(function (option) { return wanted[option.facet] === option.id; });
    });
    page = Math.max(1, parseInt(wanted.page, 10) || 1);
  }

  function address(toPage) {
    const state = { page: String(toPage) };
    groups.forEach(function (group) {
      const option = group.options[group.chosen];
      if (option) state[option.facet] = option.id;
    });
    const query = new URLSearchParams();
    facets.concat("page").forEach(function (name) {
      const value = state[name] || "";
      if (value !== (own[name] || "")) query.set(name, value);
    });
    const text = query.toString();
    return location.pathname + (text ? "?" + text : "");
  }

  function remember() {
    history.pushState(null, "", address(page));
  }

  // Choosing

  function has(group, entry) {
    return group.chosen < 0 || group.of[entry].indexOf(group.chosen) >= 0;
  }

  function matches() {
    const found = [];
    for (let entry = 0; entry < total; entry++) {
      if (groups.every(function (group) { return has(group, entry); })) found.push(entry);
    }
    return found;
  }

  // The number of entries that each option of a group would match, given the choices in the others.
  function counts(group) {
    const others = groups.filter(function (other) { return other !== group; });
    const numbers = new Array(group.options.length).fill(0);
    let all = 0;
    for (let entry = 0; entry < total; entry++) {
      if (others.every(function (other) { return has(other, entry); })) {
        all++;
        group.of[entry].forEach(function (place) { numbers[place]++; });
      }
    }
    return { numbers: numbers, all: all };
  }

  function chosenOptions() {
    return groups.map(function (group) { return group.options[group.chosen]; }).filter(Boolean);
  }

  // A label in the form for what is chosen: "Case studies in London: Extended access, GP federation"
  function aboutChosen(label, values) {
    const places = chosenOptions().filter(function (option) { return option.phrase; });
    const names = chosenOptions().filter(function (option) { return !option.phrase; });
    return labels.text(label + (places.length ? "-where" : "") + (names.length ? "-named" : ""), Object.assign({
      phrase: places.map(function (option) { return option.phrase; }).join(" "),
      names: names.map(function (option) { return option.text; }).join(labels.text("separator")),
    }, values));
  }

  function titleOf() {
    return chosenOptions().length ? aboutChosen("title", { title: words.title }) : words.title;
  }

  function listed(number) {
    const values = { entries: labels.text("entries", { count: number }) };
    if (chosenOptions().length) return aboutChosen("listed", values);
    return labels.text(number > 1 && words.order ? "listed-in-order" : "listed", Object.assign(values, { order: words.order }));
  }

  // Elements

  function element(name, properties, children) {
    const made = document.createElement(name);
    Object.keys(properties || {}).forEach(function (key) {
      if (key in made) made[key] = properties[key];
      else made.setAttribute(key, properties[key]);
    });
    made.append.apply(made, children || []);
    return made;
  }

  function form() {
    const made = element("form", { className: bar.className, autocomplete: "off", "aria-label": bar.getAttribute("aria-label") });
    made.addEventListener("submit", function (event) { event.preventDefault(); });
    groups.forEach(function (group, i) {
      const id = "wm-filter-" + i;
      group.select = element("select", { id: id, className: "finder-value" });
      group.select.addEventListener("change", function () { choose(group, Number(group.select.value)); });
      made.append(element("p", { className: "finder-group" }, [
        element("label", { htmlFor: id, className: "finder-label" }, [group.label]),
        group.select,
      ]));
    });
    return made;
  }

  function fill(group) {
    const counted = counts(group);
    function option(place, text, number) {
      return element("option", { value: String(place), selected: place === group.chosen }, [text + " " + labels.text("in-brackets", { count: number })]);
    }
    function shown(place) {
      return counted.numbers[place] > 0 || place === group.chosen;
    }
    function named(place) {
      return option(place, group.options[place].text, counted.numbers[place]);
    }
    const made = [option(-1, group.any, counted.all)];
    if (group.sections) {
      group.ungrouped.filter(shown).forEach(function (place) { made.push(named(place)); });
      group.sections.forEach(function (section) {
        const places = section.places.filter(shown);
        if (!places.length && !shown(section.whole)) return;
        const whole = option(section.whole, labels.text("all-of", { group: section.text }), counted.numbers[section.whole]);
        made.push(element("optgroup", { label: section.text }, [whole].concat(places.map(named))));
      });
    } else {
      group.options.forEach(function (_, place) {
        if (shown(place)) made.push(named(place));
      });
    }
    group.select.replaceChildren.apply(group.select, made);
  }

  function showChips() {
    const items = groups.filter(function (group) { return group.chosen >= 0; }).map(function (group) {
      const text = group.options[group.chosen].text;
      const chip = element("button", { type: "button", className: "chip", "aria-label": labels.text("remove-filter", { filter: text }) }, [
        text + " ", element("span", { "aria-hidden": "true" }, ["×"]),
      ]);
      chip.addEventListener("click", function () {
        const place = Array.from(chips.querySelectorAll(".chip")).indexOf(chip);
        choose(group, -1);
        // The chip has been removed: focus the one that follows, or the container of all filters.
        const left = chips.querySelectorAll(".chip");
        (left[Math.min(place, left.length - 1)] || group.select).focus();
      });
      return element("li", {}, [chip]);
    });
    if (items.length) {
      const clear = element("button", { type: "button", className: "chip-clear" }, [labels.text("clear-filters")]);
      clear.addEventListener("click", function () {
        groups.forEach(function (group) { group.chosen = -1; });
        page = 1;
        remember();
        show();
        groups[0].select.focus();
      });
      items.push(element("li", {}, [clear]));
      chips.replaceChildren(element("ul", { className: "chips" }, items));
    } else {
      chips.replaceChildren();
    }
  }

  // A card is a copy of the pattern in the page, in which ~title~ and the like are placeholders.
  function card(data) {
    const made = pattern.firstElementChild.cloneNode(true);
    made.querySelectorAll("a[href='" + root + words.list + "']").forEach(function (link) {
      link.setAttribute("href", root + data[0]);
    });
    const values = { title: data[1], summary: data[2], facts: data[3] };
    // What an entry does not have leaves no empty paragraph.
    made.querySelectorAll("p").forEach(function (paragraph) {
      const name = /^~(\w+)~$/.exec(paragraph.textContent.trim());
      if (name && values[name[1]] === "") paragraph.remove();
    });
    fillIn(made, values);
    return made;
  }

  function fillIn(node, values) {
    if (node.nodeType === Node.TEXT_NODE) {
      node.data = node.data.replace(/~(\w+)~/g, function (all, name) { return name in values ? values[name] : all; });
    } else {
      node.childNodes.forEach(function (child) { fillIn(child, values); });
    }
  }

  function paging(pages) {
    function link(present, text, to, rel) {
      if (!present) return [];
      const made = element("a", { href: address(to) }, [text]);
      if (rel) made.setAttribute("rel", rel);
      made.addEventListener("click", function (event) {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        page = to;
        remember();
        show().then(function () {
          results.focus({ preventScroll: true });
          results.scrollIntoView();
        });
      });
      return [element("li", {}, [made])];
    }
    const items = [].concat(
      link(page > 2, labels.text("first-page"), 1),
      link(page > 1, labels.text("previous-page"), page - 1, "prev"),
      element("li", {}, [labels.text("page-of", { page: page, pages: pages })]),
      link(page < pages, labels.text("next-page"), page + 1, "next"),
      link(page < pages - 1, labels.text("last-page"), pages)
    );
    return element("nav", { className: "paging", "aria-label": labels.text("pages") }, [element("ul", {}, items)]);
  }

  // Showing

  let shown; // the address of what is shown

  function showFilters() {
    groups.forEach(fill);
    showChips();
  }

  function show() {
    const found = matches();
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    page = Math.min(page, pages);
    const here = shown = address(page);
    const visible = found.slice((page - 1) * pageSize, page * pageSize);
    const files = new Map();
    visible.forEach(function (entry) {
      const file = Math.floor(entry / pageSize);
      files.set(file, load(file));
    });
    showFilters();
    const title = titleOf();
    heading.textContent = title;
    document.title = labels.text("page-title", {
      page: page > 1 ? labels.text("title-with-page", { title: title, page: page, pages: pages }) : title,
    });
    listPlace.setAttribute("aria-busy", "true");
    return Promise.all(Array.from(files.values())).then(function (loaded) {
      if (here !== shown) return; // the choice has changed meanwhile
      const cards = new Map();
      Array.from(files.keys()).forEach(function (file, i) { cards.set(file, loaded[i]); });
      const number = found.length;
      count.textContent = pages > 1
        ? labels.text("listed-on-page", { listed: listed(number), page: page, pages: pages })
        : listed(number);
      if (!number) {
        listPlace.replaceChildren(element("p", {}, [labels.text("nothing-matches")]));
      } else {
        const list = pattern.cloneNode(false);
        visible.forEach(function (entry) {
          list.append("\n", card(cards.get(Math.floor(entry / pageSize))[entry % pageSize]));
        });
        list.append("\n");
        listPlace.replaceChildren(list);
        if (pages > 1) listPlace.append(paging(pages));
      }
      listPlace.removeAttribute("aria-busy");
    }, function () {
      if (here !== shown) return;
      count.textContent = labels.text("not-loaded");
      listPlace.replaceChildren();
      listPlace.removeAttribute("aria-busy");
    });
  }

  function choose(group, place) {
    group.chosen = place;
    page = 1;
    remember();
    show();
  }

  // From links to a form

  // Loading what the address asks for takes a moment; until then, show nothing rather than other results.
  if (location.search) finder.classList.add("waiting");
  load("facets").then(start).finally(reveal);

  function reveal() {
    finder.classList.remove("waiting");
  }

  function start(data) {
    read(data);
    stateOfAddress();
    const focused = bar.contains(document.activeElement)
      ? Array.from(bar.children).indexOf(document.activeElement.closest("details"))
      : -1;
    bar.replaceWith(form());
    if (focused >= 0) groups[focused].select.focus();
    window.addEventListener("popstate", function () {
      stateOfAddress();
      if (address(page) !== shown) show();
    });
    shown = location.pathname;
    if (address(page) !== shown) return show();
    showFilters(); // the page already shows the entries
  }
})();
