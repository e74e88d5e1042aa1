// From a folder on disk there is no server that sends a folder's index.html. Links then name the file themselves.
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

// A browser that cannot open the card of a term shows all cards below the text. The term then leads there.
(function () {
  "use strict";
  if ("popover" in HTMLElement.prototype) return;
  document.addEventListener("click", function (event) {
    var term = event.target.closest && event.target.closest("[popovertarget]");
    if (term) location.hash = term.getAttribute("popovertarget");
  });
})();
