// What tests ask about the controls of a page. Each answer is a list of complaints.
window.states = (function () {
  "use strict";

  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']";

  function controls(within = "body") {
    return Array.from(document.querySelector(within).querySelectorAll(CONTROLS)).filter((one) =>
      one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !one.disabled);
  }

  function called(one) {
    return one.tagName.toLowerCase() + " " + (one.textContent.trim().replace(/\s+/g, " ").slice(0, 30) || one.id || one.className);
  }

  function colour(text) {
    const rgb = text.match(/[\d.]+/g).map(Number);
    if (text.startsWith("color(")) return [255 * rgb[0], 255 * rgb[1], 255 * rgb[2], rgb[3] ?? 1];
    return [rgb[0], rgb[1], rgb[2], rgb[3] ?? 1];
  }

  function over(front, back) {
    return [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
  }

  // The colour behind what an element shows.
  function ground(one) {
    const layers = [];
    for (let at = one; at; at = at.parentElement) {
      // What is drawn below the text, such as a sign
      const below = getComputedStyle(at, "::before");
      const layer = colour((below.content !== "none" && below.zIndex === "-1" ? below : getComputedStyle(at)).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    if (!layers.length || layers[layers.length - 1][3] < 1) layers.push(colour(getComputedStyle(document.body).backgroundColor));
    return layers.reduceRight((back, front) => over(front, back));
  }

  function luminance(rgb) {
    const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  // WCAG 2.2, contrast ratio
  function contrast(a, b) {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  }

  function unreadable(one) {
    if (!one.textContent.trim() || one.closest("svg")) return "";
    const ratio = contrast(over(colour(getComputedStyle(one).color), ground(one)), ground(one));
    return ratio < 4.5 ? " is hard to read: " + ratio.toFixed(2) : "";
  }

  // The element that carries the ring of a focused one.
  function ringed(one) {
    for (let at = one; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return at;
    }
    return null;
  }

  function clipped(ring) {
    const style = getComputedStyle(ring);
    const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
    return Array.from(ring.getClientRects()).some(function (box) {
      for (let at = ring.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX === "visible") continue;
        const room = at.getBoundingClientRect();
        if (box.left - reach < room.left - 1 || box.top - reach < room.top - 1 || box.right + reach > room.right + 1
          || box.bottom + reach > room.bottom + 1) return true;
      }
      return false;
    });
  }

  function unseen(one) {
    if (one.matches("svg a")) {
      const path = getComputedStyle(one.querySelector("path"));
      if (parseFloat(path.strokeWidth) < 8) return " has no ring";
      return contrast(colour(path.stroke), colour(path.fill)) < 3 ? " has a faint ring" : "";
    }
    const ring = ringed(one);
    if (!ring) return " has no ring";
    const style = getComputedStyle(ring);
    const back = parseFloat(style.outlineOffset) < 0 ? ground(ring) : ground(ring.parentElement);
    if (contrast(colour(style.outlineColor), back) < 3) return " has a faint ring";
    return clipped(ring) ? " has a ring that is cut off" : "";
  }

  function focus(within) {
    const found = [];
    for (const one of controls(within)) {
      // What has the focus already would keep that of a mouse.
      document.activeElement.blur();
      one.focus({ focusVisible: true });
      if (document.activeElement !== one) found.push(called(one) + " takes no focus");
      else [unseen(one), unreadable(one)].filter(Boolean).forEach((fault) => found.push(called(one) + fault));
    }
    return found;
  }

  // A mouse is slow, so the rules for what is below it apply to a class too.
  function withHoverClass(rules) {
    Array.from(rules).forEach(function (rule) {
      if (rule.selectorText && rule.selectorText.includes(":hover") && !rule.selectorText.includes(".states-hover")) {
        rule.selectorText += ", " + rule.selectorText.replaceAll(":hover", ".states-hover");
      }
      if (rule.cssRules) withHoverClass(rule.cssRules);
    });
  }

  function hover() {
    Array.from(document.styleSheets).forEach((sheet) => withHoverClass(sheet.cssRules));
    const found = [];
    for (const one of controls()) {
      const below = [];
      for (let at = one; at; at = at.parentElement) below.push(at);
      below.forEach((each) => each.classList.add("states-hover"));
      const fault = unreadable(one);
      if (fault) found.push(called(one) + fault);
      below.forEach((each) => each.classList.remove("states-hover"));
    }
    return found;
  }

  function tooWide() {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? ["scrolls sideways by " + (root.scrollWidth - root.clientWidth)] : [];
  }

  // WCAG 2.2, 1.4.12
  function space() {
    const sheet = document.styleSheets[0];
    sheet.insertRule("* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }", sheet.cssRules.length);
    sheet.insertRule("p { margin-bottom: 2em !important; }", sheet.cssRules.length);
  }

  function cutText() {
    return Array.from(document.querySelectorAll("main *, header *")).filter((one) =>
      one.checkVisibility() && getComputedStyle(one).overflowX === "hidden" && getComputedStyle(one).textOverflow !== "ellipsis"
      && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1).map((one) => called(one) + " is cut");
  }

  // What lies in a row begins at one height.
  function unevenRows() {
    return Array.from(document.querySelectorAll("ul, ol")).filter((list) => list.checkVisibility() && getComputedStyle(list).display === "flex"
      && list.children.length > 1).filter(function (list) {
      const [first, second] = Array.from(list.children, (item) => item.getBoundingClientRect());
      return second.left > first.left && second.left >= first.right - 1 && Math.abs(first.height - second.height) < 1
        && Math.abs(first.top - second.top) > 1;
    }).map((list) => called(list) + " begins at another height");
  }

  function motion() {
    return Array.from(document.querySelectorAll("*")).filter(function (one) {
      const style = getComputedStyle(one);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
    }).map((one) => called(one) + " moves");
  }

  // Labels on maps: at least 12 pixels, and none on another.
  function crowdedMaps() {
    const found = [];
    document.querySelectorAll(".map").forEach(function (map) {
      const pixels = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
      const labels = Array.from(map.querySelectorAll("tspan")).filter((label) => getComputedStyle(label).display !== "none");
      labels.forEach(function (label) {
        const size = parseFloat(getComputedStyle(label).fontSize) * pixels;
        if (size < 11.9) found.push(label.textContent + " is " + size.toFixed(1) + " pixels high");
      });
      const boxes = labels.map(function (label) {
        const signs = Array.from({ length: label.getNumberOfChars() }, (_, i) => label.getExtentOfChar(i));
        const last = signs[signs.length - 1];
        // A line is higher than its letters.
        return { text: label.textContent, left: signs[0].x, right: last.x + last.width, top: last.y + last.height / 4, bottom: last.y + last.height * 0.8 };
      });
      boxes.forEach((a, i) => boxes.slice(i + 1).forEach(function (b) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 0 && high > 0) found.push(a.text + " and " + b.text + " overlap by " + Math.round(wide) + " × " + Math.round(high));
      }));
    });
    return found;
  }

  return { focus, hover, tooWide, space, cutText, unevenRows, motion, crowdedMaps };
})();
