// The filters of a list: turns links to single filters into a form in which filters combine.
//
// The page works without it. Several choices in one filter mean any of them; several filters mean all of them. The state is in the
// address: the values of each filter that differs from what the page itself shows, and the number of the page. The data are scripts, since a page opened from a folder on disk can run scripts
// next to it but read no other files; FinderRenderer writes and describes them.
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

  // What the page shows without the script.
  const ownHeading = heading.textContent;
  const ownValues = function (name) { return words.facet === name ? [words.id] : []; };
  // With more choices than this, there is a field to find one.
  const MANY = 30;

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

  function run(address) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.onload = resolve;
      script.onerror = reject;
      script.src = address;
      document.head.append(script);
    });
  }

  // Here and now

  const openNow = document.getElementById("wm-open-now");
  const nearest = document.getElementById("wm-nearest");
  const nearestStatus = document.getElementById("wm-nearest-status");
  let open = null; // whether each entry is open, if only those are wanted
  let distances = null; // how far each entry is, if the nearest come first. The position stays here, and is in no address

  function findOpen() {
    return Promise.all([load("here"), window.waymarkHours || run(openNow.dataset.script)]).then(function (loaded) {
      const now = Date.now();
      open = loaded[0].hours.map(function (all) {
        return all.some(function (hours) { return window.waymarkHours(Object.assign({}, loaded[0].shared, hours)).at(now).isOpen; });
      });
    });
  }

  // The way along a great circle between two positions in degrees (haversine formula), as a part of the Earth's diameter.
  function distance(one, other) {
    const radians = Math.PI / 180;
    const across = Math.sin((other[0] - one[0]) * radians / 2);
    const along = Math.sin((other[1] - one[1]) * radians / 2);
    return Math.asin(Math.sqrt(across * across + Math.cos(one[0] * radians) * Math.cos(other[0] * radians) * along * along));
  }

  function byDistance(found) {
    return distances ? found.sort(function (a, b) { return distances[a] - distances[b] || a - b; }) : found;
  }

  function isWanted(entry) {
    return !open || open[entry];
  }

  function again() {
    page = 1;
    remember(true);
    return show();
  }

  // A place as typed or as named, so that capitals, spaces and signs do not matter.
  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
  }

  // The place that has a name, or whose name begins so; or the beginning of a postcode.
  function placed(named, typed) {
    const wanted = folded(typed);
    return wanted && (named.find(function (place) { return folded(place[0]) === wanted; })
      || named.find(function (place) { return folded(place[0]).startsWith(wanted); })
      || named.find(function (place) { return /\d/.test(place[0]) && wanted.startsWith(folded(place[0])); }));
  }

  function orderFrom(here, places, said) {
    order(places.positions.map(function (all) {
      return Math.min.apply(null, all.map(function (place) { return distance(here, place); }));
    }), said);
  }

  function offerNear() {
    const near = document.getElementById("wm-near");
    const names = document.getElementById("wm-near-places");
    near.disabled = false;
    near.addEventListener("focus", function () {
      load("here").then(function (places) {
        if (!names.children.length) names.append(...places.named.map(function (place) { return element("option", { value: place[0] }, []); }));
      }, function () {});
    });
    near.addEventListener("change", function () {
      const typed = near.value.trim();
      if (!typed) return order(null, "");
      return load("here").then(function (places) {
        const found = placed(places.named, typed);
        if (!found) return order(null, labels.text("near-unknown", { place: typed }));
        return orderFrom(found.slice(1), places, labels.text("near-found", { place: found[0] }));
      }, unknown);
    });
  }

  function offerHereAndNow() {
    if (openNow) {
      openNow.checked = !!open;
      openNow.disabled = false;
      openNow.addEventListener("change", function () {
        if (openNow.checked) return findOpen().then(again, function () { openNow.checked = false; });
        open = null;
        return again();
      });
    }
    if (nearest) offerNear();
    if (nearest && navigator.geolocation) {
      nearest.disabled = false;
      nearest.addEventListener("click", function () {
        if (nearest.getAttribute("aria-pressed") === "true") return order(null, "");
        nearestStatus.textContent = labels.text("position-asked");
        navigator.geolocation.getCurrentPosition(function (position) {
          const here = [position.coords.latitude, position.coords.longitude];
          load("here").then(function (places) {
            orderFrom(here, places, "");
            nearest.setAttribute("aria-pressed", "true");
          }, unknown);
        }, unknown, { maximumAge: 300000, timeout: 20000 });
      });
    }
  }

  function order(wanted, said) {
    distances = wanted;
    nearest.setAttribute("aria-pressed", "false");
    nearestStatus.textContent = said;
    page = 1;
    show();
  }

  function unknown() {
    nearestStatus.textContent = labels.text("position-unknown");
  }

  // Data

  let facets; // the names of the facets in addresses
  let former; // for each facet its former names, and pairs of a former id and the present one; or nothing
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
    const made = { name: facet[0], options: options(facet), of: values, chosen: new Set() };
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
    former = data[3 + all.length] || [];
    const made = {};
    all.forEach(function (facet, i) {
      const column = data[3 + i];
      if (column) made[facet[0]] = group(facet, valuesOf(column), all[facet[1]]);
    });
    groups = Array.from(bar.children).map(function (child) {
      const one = made[child.dataset.name];
      one.element = child;
      one.summary = child.querySelector("summary");
      one.value = child.querySelector(".finder-value");
      one.choices = child.querySelector(".finder-choices");
      one.label = child.querySelector(".finder-label").textContent;
      one.any = child.dataset.any;
      // A facet and the one that groups its values share a filter.
      one.facets = Array.from(new Set(one.options.map(function (option) { return option.facet; })));
      return one;
    });
  }

  // State and address

  let page;

  // Links from before a facet or a value was renamed keep working. Other parts of the query stay as they are.
  function renewAddress() {
    const query = new URLSearchParams(location.search);
    const renewed = new URLSearchParams();
    query.forEach(function (value, key) {
      const place = facets.findIndex(function (name, i) { return name === key || former[i] && former[i][0].indexOf(key) >= 0; });
      const ids = place >= 0 && former[place] ? former[place][1] : [];
      const pair = ids.find(function (ids) { return ids[0] === value; });
      renewed.append(place >= 0 ? facets[place] : key, pair ? pair[1] : value);
    });
    if (renewed.toString() === query.toString()) return;
    history.replaceState(history.state, "", location.pathname + "?" + renewed + location.hash);
  }

  function stateOfAddress() {
    const query = new URLSearchParams(location.search);
    groups.forEach(function (group) {
      const isSaid = group.facets.some(function (name) { return query.has(name); });
      group.chosen.clear();
      group.options.forEach(function (option, place) {
        const wanted = isSaid ? query.getAll(option.facet) : ownValues(option.facet);
        if (wanted.indexOf(option.id) >= 0) group.chosen.add(place);
      });
    });
    page = Math.max(1, parseInt(query.get("page") || words.page, 10) || 1);
  }

  // Whether the address asks for what is open now. If that cannot be found, all are shown.
  function nowOfAddress() {
    const isSaid = openNow && facets.indexOf("open") < 0 && new URLSearchParams(location.search).get("open") === "now";
    if (!isSaid) open = null;
    return (isSaid && !open ? findOpen().catch(function () {}) : Promise.resolve()).then(function () {
      if (openNow) openNow.checked = !!open;
    });
  }

  // Whether the choices in a filter are those that the page shows without the script.
  function isOwn(group) {
    const values = group.facets.flatMap(ownValues);
    const chosen = chosenIn(group);
    return chosen.length === values.length
      && chosen.every(function (option) { return ownValues(option.facet).indexOf(option.id) >= 0; });
  }

  function address(toPage) {
    const query = new URLSearchParams();
    groups.forEach(function (group) {
      if (isOwn(group)) return;
      chosenIn(group).forEach(function (option) { query.append(option.facet, option.id); });
      if (!group.chosen.size) query.set(words.facet, "");
    });
    if (open) query.set("open", "now");
    if (String(toPage) !== words.page) query.set("page", toPage);
    const text = query.toString();
    return location.pathname + (text ? "?" + text : "");
  }

  // Consecutive changes to filters are one step in the browser's history.
  let isSeries = false;

  function remember(isChoice) {
    history[isChoice && isSeries ? "replaceState" : "pushState"](null, "", address(page));
    isSeries = isChoice;
  }

  // Choosing

  function chosenIn(group) {
    return group.options.filter(function (_, place) { return group.chosen.has(place); });
  }

  function has(group, entry) {
    return !group.chosen.size || group.of[entry].some(function (place) { return group.chosen.has(place); });
  }

  function matches() {
    const found = [];
    for (let entry = 0; entry < total; entry++) {
      if (isWanted(entry) && groups.every(function (group) { return has(group, entry); })) found.push(entry);
    }
    return found;
  }

  // The number of entries that each option of a group would match, given the choices in the others.
  function counts(group) {
    const others = groups.filter(function (other) { return other !== group; });
    const numbers = new Array(group.options.length).fill(0);
    for (let entry = 0; entry < total; entry++) {
      if (isWanted(entry) && others.every(function (other) { return has(other, entry); })) {
        group.of[entry].forEach(function (place) { numbers[place]++; });
      }
    }
    return numbers;
  }

  function chosenOptions() {
    return groups.flatMap(chosenIn);
  }

  // The number of entries with one choice fewer.
  function without(group, place) {
    group.chosen.delete(place);
    const number = matches().length;
    group.chosen.add(place);
    return number;
  }

  // A label in the form for what is chosen: "Case studies in London: Extended access, GP federation"
  function aboutChosen(label, values) {
    const places = groups.filter(function (group) { return group.chosen.size === 1; }).flatMap(chosenIn)
      .filter(function (option) { return option.phrase; });
    const names = chosenOptions().filter(function (option) { return places.indexOf(option) < 0; });
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

  // Puts the filters into a form, and boxes to tick in place of their links.
  function form() {
    const made = element("form", { className: bar.className, autocomplete: "off", "aria-label": bar.getAttribute("aria-label") }, Array.from(bar.children));
    made.addEventListener("submit", function (event) { event.preventDefault(); });
    groups.forEach(function (group) {
      // Opening one must not close another above it, which would move it.
      group.element.removeAttribute("name");
      // Comes before the toggle event, and so before the choices are seen.
      group.summary.addEventListener("click", function () { fill(group); });
      group.choices.setAttribute("role", "group");
      group.choices.setAttribute("aria-label", group.label);
      group.choices.addEventListener("change", function (event) {
        choose(group, Number(event.target.value), event.target.checked);
      });
      group.element.addEventListener("keydown", function (event) {
        if (event.key !== "Escape" || !group.element.open) return;
        group.element.open = false;
        group.summary.focus();
      });
      if (group.element.open) fill(group);
    });
    ["focusin", "pointerdown"].forEach(function (name) {
      document.addEventListener(name, function (event) {
        groups.forEach(function (group) {
          if (!group.element.contains(event.target) && isOverPage(group)) group.element.open = false;
        });
      });
    });
    return made;
  }

  // On wide screens, choices cover what is below them, so that nothing moves when they close.
  function isOverPage(group) {
    return getComputedStyle(group.choices).position === "absolute";
  }

  function fill(group) {
    const numbers = counts(group);
    function choice(name, place, text) {
      return element(name, {}, [element("label", {}, [
        element("input", { type: "checkbox", value: String(place), checked: group.chosen.has(place) }),
        " " + text + " " + labels.text("in-brackets", { count: numbers[place] }),
      ])]);
    }
    function shown(place) {
      return numbers[place] > 0 || group.chosen.has(place);
    }
    function list(places) {
      return element("ul", {}, places.map(function (place) { return choice("li", place, group.options[place].text); }));
    }
    const made = [];
    let places = group.options.map(function (_, place) { return place; });
    if (group.sections) places = group.ungrouped;
    if (places.some(shown)) made.push(list(places.filter(shown)));
    (group.sections || []).forEach(function (section) {
      const inner = section.places.filter(shown);
      if (!inner.length && !shown(section.whole)) return;
      made.push(choice("p", section.whole, labels.text("all-of", { group: section.text })));
      if (inner.length) made.push(list(inner));
    });
    if (numbers.length > MANY) made.unshift(finding(group));
    group.choices.replaceChildren.apply(group.choices, made);
  }

  // A field that narrows the choices to those that contain its words.
  function finding(group) {
    const field = element("input", { type: "search", "aria-label": labels.text("find-choice"), placeholder: labels.text("find-choice") });
    field.addEventListener("input", function () {
      const wanted = field.value.trim().toLocaleLowerCase();
      group.choices.querySelectorAll("label").forEach(function (label) {
        label.parentNode.hidden = label.textContent.toLocaleLowerCase().indexOf(wanted) < 0;
      });
    });
    // It is not a choice, and Enter must not close anything.
    field.addEventListener("change", function (event) { event.stopPropagation(); });
    return element("p", { className: "finder-find" }, [field]);
  }

  function showGroup(group) {
    group.value.textContent = chosenIn(group).map(function (option) { return option.text; }).join(labels.text("separator")) || group.any;
    if (!group.element.open) return;
    // The list in use stays as it is; its numbers depend only on the other filters.
    if (!group.element.contains(document.activeElement)) return fill(group);
    group.choices.querySelectorAll("[type=checkbox]").forEach(function (box) { box.checked = group.chosen.has(Number(box.value)); });
  }

  function showChips() {
    const items = groups.flatMap(function (group) {
      return Array.from(group.chosen).sort(function (a, b) { return a - b; }).map(function (place) {
        const text = group.options[place].text;
        const chip = element("button", { type: "button", className: "chip", "aria-label": labels.text("remove-filter", { filter: text }) }, [
          text + " ", element("span", { "aria-hidden": "true" }, ["×"]),
        ]);
        chip.addEventListener("click", function () {
          const at = Array.from(chips.querySelectorAll(".chip")).indexOf(chip);
          choose(group, place, false);
          // The chip has been removed: focus the one that follows, or its filter.
          const left = chips.querySelectorAll(".chip");
          (left[Math.min(at, left.length - 1)] || group.summary).focus();
        });
        return element("li", {}, [chip]);
      });
    });
    if (items.length) {
      const clear = element("button", { type: "button", className: "chip-clear" }, [labels.text("clear-filters")]);
      clear.addEventListener("click", function () {
        groups.forEach(function (group) { group.chosen.clear(); });
        page = 1;
        remember(true);
        show();
        groups[0].summary.focus();
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
    // Missing values leave no empty paragraphs.
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
        remember(false);
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
    groups.forEach(showGroup);
    showChips();
  }

  function show() {
    const found = byDistance(matches());
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
    // The heading stays, so that nothing moves, unless it is no longer true.
    heading.textContent = groups.every(function (group) { return isOwn(group) || !group.facets.flatMap(ownValues).length; })
      ? ownHeading
      : words.title;
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
        listPlace.replaceChildren.apply(listPlace, nothing());
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

  // What to say if nothing matches, and what would match with one choice fewer.
  function nothing() {
    const near = groups.flatMap(function (group) {
      return Array.from(group.chosen).map(function (place) {
        return { group: group, place: place, number: without(group, place) };
      });
    }).filter(function (one) { return one.number > 0; }).sort(function (a, b) { return b.number - a.number; });
    const items = near.map(function (one) {
      const button = element("button", { type: "button", className: "chip" }, [labels.text("without-filter", {
        filter: one.group.options[one.place].text, entries: labels.text("entries", { count: one.number }),
      })]);
      button.addEventListener("click", function () {
        choose(one.group, one.place, false);
        results.focus({ preventScroll: true });
      });
      return element("li", {}, [button]);
    });
    const said = element("p", {}, [labels.text("nothing-matches") + (items.length ? " " + labels.text("with-one-less") : "")]);
    return items.length ? [said, element("ul", { className: "chips" }, items)] : [said];
  }

  function choose(group, place, isChosen) {
    if (isChosen) group.chosen.add(place);
    else group.chosen.delete(place);
    page = 1;
    remember(true);
    show();
  }

  // Turning links into a form

  // Loading the results for the address takes a moment; until then, show nothing rather than other results.
  if (location.search) finder.classList.add("waiting");
  load("facets").then(start).finally(reveal);

  function reveal() {
    finder.classList.remove("waiting");
  }

  function start(data) {
    read(data);
    renewAddress();
    stateOfAddress();
    const focused = bar.contains(document.activeElement) && document.activeElement.closest("details").querySelector("summary");
    bar.replaceWith(form());
    if (focused) focused.focus();
    window.addEventListener("popstate", function () {
      isSeries = false;
      stateOfAddress();
      return nowOfAddress().then(function () {
        if (address(page) !== shown) show();
      });
    });
    return nowOfAddress().then(function () {
      offerHereAndNow();
      shown = location.pathname;
      if (address(page) !== shown) return show();
      showFilters(); // the page already shows the entries
    });
  }
})();
