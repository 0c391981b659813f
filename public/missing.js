// A server shows the page for missing addresses at any depth, where its links lead nowhere. This
// script knows where it came from itself, and with it where the site begins.
(function () {
  var home = document.currentScript.src.replace(/[^/]*$/, "");
  if (new URL("./", location.href).href === home) return;
  addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("link[href^='./'], a[href^='./']").forEach(function (element) {
      element.href = new URL(element.getAttribute("href"), home).href;
    });
  });
})();
