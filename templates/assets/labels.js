// The words of the other scripts. They contain none themselves: the page has its labels in an attribute, as JSON. A label is a
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
