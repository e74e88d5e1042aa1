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
  var form = document.querySelector("form[data-scripts]");
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
