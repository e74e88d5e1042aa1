// Keeps a page of the preview up to date: reloads it after a change, at the reader's position, and shows what needs
// fixing. What it adds to the page is in a shadow tree, which the page's styles do not affect, nor the reverse.
(function () {
  "use strict";
  const script = document.currentScript;
  const number = Number(script.dataset.number); // of the edition that this page shows
  const isOwn = "own" in script.dataset; // a page of the preview itself, which belongs to every edition
  const PLACE = "waymark-preview-place";
  const HIDDEN = "waymark-preview-hidden";
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, tr, pre, figure, summary, label";

  function remember(key, value) {
    try { sessionStorage.setItem(key, JSON.stringify(value)); } catch (e) { /* works without storage too */ }
  }

  function recall(key) {
    try { return JSON.parse(sessionStorage.getItem(key)); } catch (e) { return null; }
  }

  function forget(key) {
    try { sessionStorage.removeItem(key); } catch (e) { /* nothing was stored */ }
  }

  // Where the reader was: the first blocks on the screen, since any of them may have changed.

  function words(block) {
    return block.tagName + ":" + block.textContent.trim().slice(0, 200);
  }

  function place() {
    const anchors = [];
    const seen = new Map();
    for (const block of document.querySelectorAll(BLOCKS)) {
      const text = words(block);
      const nth = seen.get(text) || 0;
      seen.set(text, nth + 1);
      const box = block.getBoundingClientRect();
      if (box.height && box.bottom > 0 && box.top < innerHeight) {
        anchors.push({ text: text, nth: nth, top: box.top });
        if (anchors.length === 20) break;
      }
    }
    const fields = [];
    document.querySelectorAll("input[id], select[id], textarea[id]").forEach(function (field) {
      if (field.type !== "file" && field.type !== "password") {
        fields.push({ id: field.id, value: field.value, checked: field.checked });
      }
    });
    return {
      page: location.pathname + location.search,
      x: scrollX, y: scrollY, anchors: anchors, fields: fields,
      focus: document.activeElement ? document.activeElement.id : "",
      open: Array.from(document.querySelectorAll("details"), function (details) { return details.open; }),
    };
  }

  function scrollTo(was) {
    let y = was.y;
    if (y > 0) {
      const blocks = Array.from(document.querySelectorAll(BLOCKS));
      for (const anchor of was.anchors) {
        const same = blocks.filter(function (block) { return words(block) === anchor.text; });
        if (same.length) {
          y = scrollY + same[Math.min(anchor.nth, same.length - 1)].getBoundingClientRect().top - anchor.top;
          break;
        }
      }
    }
    window.scrollTo({ left: was.x, top: y, behavior: "instant" });
  }

  function restore() {
    const was = recall(PLACE);
    forget(PLACE);
    if (!was || was.page !== location.pathname + location.search) return;
    document.querySelectorAll("details").forEach(function (details, i) {
      if (i < was.open.length) details.open = was.open[i];
    });
    function fill() {
      was.fields.forEach(function (field) {
        const now = document.getElementById(field.id);
        if (!now || now.value === undefined) return;
        if (now.value !== field.value) now.value = field.value;
        if (field.checked !== undefined) now.checked = field.checked;
      });
      const focused = was.focus && document.getElementById(was.focus);
      if (focused) focused.focus({ preventScroll: true });
    }
    fill();
    scrollTo(was);
    // Pictures, fonts and the page's own scripts may shift the layout at first; after that, only the reader scrolls.
    const watcher = new ResizeObserver(function () { scrollTo(was); });
    function stop() {
      watcher.disconnect();
      history.scrollRestoration = "auto";
    }
    watcher.observe(document.documentElement);
    ["wheel", "keydown", "pointerdown", "touchstart"].forEach(function (name) {
      addEventListener(name, stop, { once: true, passive: true });
    });
    addEventListener("load", function () {
      scrollTo(was);
      setTimeout(stop, 1000);
    });
  }

  let leaving = false;

  function reload() {
    if (leaving) return;
    leaving = true;
    remember(PLACE, place());
    history.scrollRestoration = "manual";
    location.reload();
  }

  // Which parts of this page have changed: the page itself, or files that it has loaded.

  function decoded(path) {
    try { return decodeURIComponent(path); } catch (e) { return path; }
  }

  function isConcerned(news) {
    if (news.number <= number) return false;
    if (isOwn || news.much) return true;
    const changed = new Set(news.changed);
    const loaded = performance.getEntriesByType("resource").map(function (entry) { return entry.name; });
    return [location.href].concat(loaded).some(function (address) {
      const url = new URL(address);
      return url.origin === location.origin && changed.has(decoded(url.pathname).replace(/(^|\/)index\.html$/, "$1"));
    });
  }

  // What needs fixing.

  let shown; // the element that contains it
  let told = ""; // its text

  function element(name, properties, children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append.apply(made, children || []);
    return made;
  }

  function show(news) {
    if (isOwn) return;
    const text = news.title + "\n" + news.text;
    if (text === told) return;
    told = text;
    if (shown) shown.remove();
    shown = null;
    if (!news.title) return;
    const isBroken = news.errors > 0;
    const note = element("button", { type: "button", className: isBroken ? "note error" : "note" }, [news.title]);
    const hide = element("button", { type: "button", className: "hide" }, ["Hide"]);
    const heading = element("h2", { id: "title" }, [
      isBroken ? "Not shown yet: " + news.title : news.title,
    ]);
    const report = element("pre", { tabIndex: 0 }, [news.text]);
    report.setAttribute("role", "region");
    report.setAttribute("aria-label", "What is to be fixed");
    const dialog = element("dialog", {}, [
      element("div", { className: "head" }, [heading, hide]),
      element("p", {}, [
        isBroken ? "The page below is the last one without errors. This goes when they are fixed. " : "",
        element("a", { href: "/_waymark/" }, ["The state of the content"]),
      ]),
      report,
    ]);
    dialog.setAttribute("aria-labelledby", "title");
    shown = document.createElement("waymark-preview");
    shown.style.display = "none"; // until its styles have loaded
    const tree = shown.attachShadow({ mode: "open" });
    const styles = element("link", { rel: "stylesheet", href: "/_waymark/preview.css" });
    const status = element("div", { className: "status" }, [note]);
    status.setAttribute("role", "status");
    tree.append(styles, status, dialog);
    const mine = shown;
    function open() {
      if (mine !== shown || dialog.open) return;
      forget(HIDDEN);
      dialog.showModal();
    }
    note.addEventListener("click", open);
    hide.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("close", function () { if (mine === shown && isBroken) remember(HIDDEN, text); });
    styles.addEventListener("load", function () {
      if (mine !== shown) return;
      mine.style.display = "";
      if (isBroken && recall(HIDDEN) !== text) open();
    });
    document.documentElement.append(shown);
  }

  // Event stream. A hidden page closes it, since browsers open only a few connections to a host; when the page is
  // visible again, it receives everything that has changed.

  let stream;
  let latest = 0;

  function listen() {
    if (stream || leaving || document.hidden) return;
    stream = new EventSource("/_waymark/events?since=" + number);
    stream.onmessage = function (event) {
      const news = JSON.parse(event.data);
      if (news.number < latest) return;
      latest = news.number;
      if (isConcerned(news)) reload();
      else show(news);
    };
    stream.onerror = function () {
      if (stream && stream.readyState === EventSource.CLOSED) {
        quit();
        setTimeout(listen, 1000);
      }
    };
  }

  function quit() {
    if (stream) stream.close();
    stream = null;
  }

  document.addEventListener("visibilitychange", function () {
    if (document.hidden) quit();
    else listen();
  });
  addEventListener("pagehide", quit);
  addEventListener("pageshow", listen);

  restore();
  listen();
})();
