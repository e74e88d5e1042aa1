// A page opened from a folder on disk has no server that sends the index.html of a folder, so links name the file.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.protocol !== "file:") return;
    if (link.pathname.slice(-1) === "/") link.pathname += "index.html";
  });
  document.addEventListener("submit", function (event) {
    if (event.target.action.slice(-1) === "/") event.target.action += "index.html";
  });
})();

// A browser without popovers shows the cards of all terms below the text, and the term links to its card.
(function () {
  "use strict";
  if ("popover" in HTMLElement.prototype) return;
  document.addEventListener("click", function (event) {
    var term = event.target.closest && event.target.closest("[popovertarget]");
    if (term) location.hash = term.getAttribute("popovertarget");
  });
})();

// Search is loaded when somebody begins to use the field at the top.
(function () {
  "use strict";
  var form = document.querySelector("form[data-root]");
  if (!form) return;
  form.addEventListener("focusin", function () {
    form.dataset.scripts.split(" ").forEach(function (address) {
      var script = document.createElement("script");
      script.src = address;
      script.async = false;
      document.head.append(script);
    });
  }, { once: true });
})();

// The words of the other scripts, which contain none themselves: the page has its labels in an attribute, as JSON. A label is a
// text, or a list of texts alternating with the names of placeholders, or several of these by plural form.
window.waymarkLabels = function (element) {
  "use strict";
  const labels = JSON.parse(element.dataset.labels);
  const [zero, separator, last, others, shortest] = labels.number;
  const plurals = new Intl.PluralRules(document.documentElement.lang);

  // A whole number in the digits of the language.
  function number(value) {
    const digits = Array.from(String(value), (digit) => String.fromCodePoint(zero.codePointAt(0) + Number(digit)));
    if (digits.length < shortest) return digits.join("");
    for (let end = digits.length - last; end > 0; end -= others) digits.splice(end, 0, separator);
    return digits.join("");
  }

  function capitalised(text) {
    const [first = "", ...rest] = text;
    return first.toLocaleUpperCase(document.documentElement.lang) + rest.join("");
  }

  function form(label, count) {
    if (typeof label === "string" || Array.isArray(label)) return label;
    return (count === 0 && label.zero) || label[plurals.select(count)] || label.other;
  }

  // The texts of a label and the values of its placeholders, which may be elements.
  function parts(key, values = {}) {
    return [].concat(form(labels[key], values.count)).flatMap((part, i) => {
      if (i % 2 === 0) return part;
      const value = values[part.replace("^", "")];
      const shown = typeof value === "number" ? number(value) : value;
      return part[0] === "^" ? capitalised(shown) : shown;
    });
  }

  return { number, parts, text: (key, values) => parts(key, values).join("") };
};
