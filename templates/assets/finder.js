// The case-study finder: turns links to single filters into a form in which filters combine.
//
// The page works without it. The state is in the address: service or category, region, kind and page, as far as they
// differ from what the page itself shows. The data are scripts, since a page opened from a folder on disk can run scripts
// beside it but read no other files; FinderRenderer writes and describes them.
(function () {
  "use strict";
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const FACETS = ["service", "category", "region", "kind"];
  const finder = document.getElementById("wm-finder");
  if (!finder) return;
  const bar = finder.querySelector(".finder-bar");
  const heading = finder.querySelector("h1");
  const chips = document.getElementById("wm-chips");
  const results = document.getElementById("wm-results");
  const count = results.querySelector("[role=status]");
  const listPlace = document.getElementById("wm-list");
  const pattern = document.getElementById("wm-card").content.firstElementChild;
  const root = finder.dataset.root;
  const siteName = document.title.slice(document.title.indexOf(" – ", heading.textContent.length));

  // What the page shows by itself.
  const own = { service: "", category: "", region: "", kind: "", page: finder.dataset.page };
  if (finder.dataset.facet) own[finder.dataset.facet] = finder.dataset.id;

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
          reject(new Error("not loaded: " + name));
        };
        script.src = root + finder.dataset.folder + name + ".js";
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  }

  // Data

  let groups; // the facets, each with its options and the values of each case study
  let pageSize;
  let total;
  let regions; // the names of the regions; likewise of services
  let regionOf;
  let services;
  let servicesOf;

  function column(text) {
    const width = text.length / total;
    const numbers = new Array(total);
    for (let i = 0, at = 0; i < total; i++) {
      let number = 0;
      for (let digit = 0; digit < width; digit++) number = number * 64 + DIGITS.indexOf(text[at++]);
      numbers[i] = number;
    }
    return numbers;
  }

  function read(data) {
    pageSize = data[0];
    total = data[1];
    const categories = data[2];
    services = data[3];
    regions = data[4];
    const kinds = data[5];
    const sets = data[6];
    servicesOf = column(data[7]).map(function (set) { return sets[set]; });
    regionOf = column(data[8]);
    const kindOf = column(data[9]);
    // Options are numbered within their group: all categories first, then all services.
    const both = sets.map(function (set) {
      const places = new Set();
      set.forEach(function (service) {
        places.add(services[service][2]);
        places.add(categories.length + service);
      });
      return Array.from(places);
    });
    const bothOf = column(data[7]).map(function (set) { return both[set]; });
    function options(facet, values) {
      return values.map(function (value) {
        return { facet: facet, id: value[0], text: value[1], phrase: facet === "region" && " " + value[2] };
      });
    }
    groups = [
      { options: options("category", categories).concat(options("service", services)), of: bothOf },
      { options: options("region", regions), of: regionOf.map(function (value) { return [value]; }) },
      { options: options("kind", kinds), of: kindOf.map(function (value) { return [value]; }) },
    ];
    groups.forEach(function (group, i) {
      group.label = bar.children[i].querySelector(".finder-label").textContent;
      group.any = bar.children[i].dataset.any;
      group.chosen = -1;
    });
    groups[0].sections = categories.map(function (category, i) {
      return {
        text: category[1],
        whole: i,
        places: services.map(function (service, j) { return service[2] === i ? categories.length + j : -1; })
          .filter(function (place) { return place >= 0; }),
      };
    });
  }

  // State and address

  let page;

  function stateOfAddress() {
    const query = new URLSearchParams(location.search);
    const wanted = {};
    FACETS.concat("page").forEach(function (name) {
      wanted[name] = query.has(name) ? query.get(name) : own[name];
    });
    // A service or a category in the address replaces the one of the page.
    if (query.get("service") && !query.has("category")) wanted.category = "";
    if (query.get("category") && !query.has("service")) wanted.service = "";
    groups.forEach(function (group) {
      group.chosen = group.options.findIndex(function (option) { return wanted[option.facet] === option.id; });
    });
    page = Math.max(1, parseInt(wanted.page, 10) || 1);
  }

  function address(toPage) {
    const state = { service: "", category: "", region: "", kind: "", page: String(toPage) };
    groups.forEach(function (group) {
      const option = group.options[group.chosen];
      if (option) state[option.facet] = option.id;
    });
    const query = new URLSearchParams();
    FACETS.concat("page").forEach(function (name) {
      if (state[name] !== own[name]) query.set(name, state[name]);
    });
    const text = query.toString();
    return location.pathname + (text ? "?" + text : "");
  }

  function remember() {
    history.pushState(null, "", address(page));
  }

  // Choosing

  function has(group, study) {
    return group.chosen < 0 || group.of[study].indexOf(group.chosen) >= 0;
  }

  function matches() {
    const found = [];
    for (let study = 0; study < total; study++) {
      if (groups.every(function (group) { return has(group, study); })) found.push(study);
    }
    return found;
  }

  // The number of case studies that each option of a group would match, given the choices in the others.
  function counts(group) {
    const others = groups.filter(function (other) { return other !== group; });
    const numbers = new Array(group.options.length).fill(0);
    let all = 0;
    for (let study = 0; study < total; study++) {
      if (others.every(function (other) { return has(other, study); })) {
        all++;
        group.of[study].forEach(function (place) { numbers[place]++; });
      }
    }
    return { numbers: numbers, all: all };
  }

  function chosenOptions() {
    return groups.map(function (group) { return group.options[group.chosen]; }).filter(Boolean);
  }

  // What follows "12 case studies": " in London: Extended access, GP federation"
  function phrase() {
    const places = chosenOptions().filter(function (option) { return option.phrase; });
    const names = chosenOptions().filter(function (option) { return !option.phrase; });
    return places.map(function (option) { return option.phrase; }).join("")
      + (names.length ? ": " + names.map(function (option) { return option.text; }).join(", ") : "");
  }

  function grouped(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
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
      return element("option", { value: String(place), selected: place === group.chosen }, [text + " (" + grouped(number) + ")"]);
    }
    function shown(place) {
      return counted.numbers[place] > 0 || place === group.chosen;
    }
    function named(place) {
      return option(place, group.options[place].text, counted.numbers[place]);
    }
    const made = [option(-1, group.any, counted.all)];
    if (group.sections) {
      group.sections.forEach(function (section) {
        const places = section.places.filter(shown);
        if (!places.length && !shown(section.whole)) return;
        const whole = option(section.whole, "All of " + section.text, counted.numbers[section.whole]);
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
      const chip = element("button", { type: "button", className: "chip", "aria-label": "Remove filter: " + text }, [
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
      const clear = element("button", { type: "button", className: "chip-clear" }, ["Clear all"]);
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
  function card(study, data) {
    const names = servicesOf[study].map(function (service) { return services[service][1]; });
    const values = {
      title: data[1], summary: data[2], organisation: data[3], place: data[4],
      region: regions[regionOf[study]][1], service: names.join(", "),
    };
    const made = pattern.firstElementChild.cloneNode(true);
    made.querySelectorAll("li").forEach(function (item) {
      if (item.textContent.trim() !== "~service~") return;
      names.slice(1).forEach(function (name) {
        const copy = item.cloneNode(true);
        fillIn(copy, { service: name });
        item.parentNode.insertBefore(copy, null);
      });
      fillIn(item, { service: names[0] });
    });
    made.querySelectorAll("a[href='" + root + "case-studies/']").forEach(function (link) {
      link.setAttribute("href", root + data[0]);
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
      link(page > 2, "First page", 1),
      link(page > 1, "Previous page", page - 1, "prev"),
      element("li", {}, ["Page " + grouped(page) + " of " + grouped(pages)]),
      link(page < pages, "Next page", page + 1, "next"),
      link(page < pages - 1, "Last page", pages)
    );
    return element("nav", { className: "paging", "aria-label": "Pages" }, [element("ul", {}, items)]);
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
    visible.forEach(function (study) {
      const file = Math.floor(study / pageSize);
      files.set(file, load(file));
    });
    showFilters();
    const about = phrase();
    const title = "Case studies" + about;
    heading.textContent = title;
    document.title = title + (page > 1 ? ", page " + grouped(page) + " of " + grouped(pages) : "") + siteName;
    listPlace.setAttribute("aria-busy", "true");
    return Promise.all(Array.from(files.values())).then(function (loaded) {
      if (here !== shown) return; // the choice has changed meanwhile
      const cards = new Map();
      Array.from(files.keys()).forEach(function (file, i) { cards.set(file, loaded[i]); });
      const number = found.length;
      count.textContent = (number ? grouped(number) : "No") + (number === 1 ? " case study" : " case studies")
        + (about || (number > 1 ? ", newest first" : "")) + "."
        + (pages > 1 ? " Page " + grouped(page) + " of " + grouped(pages) + "." : "");
      if (!number) {
        listPlace.replaceChildren(element("p", {}, ["No case study has all of this. Remove a filter to see more."]));
      } else {
        const list = pattern.cloneNode(false);
        visible.forEach(function (study) {
          list.append("\n", card(study, cards.get(Math.floor(study / pageSize))[study % pageSize]));
        });
        list.append("\n");
        listPlace.replaceChildren(list);
        if (pages > 1) listPlace.append(paging(pages));
      }
      listPlace.removeAttribute("aria-busy");
    }, function () {
      if (here !== shown) return;
      count.textContent = "The case studies could not be loaded. Please try again.";
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
    showFilters(); // the page already shows the case studies
  }
})();
