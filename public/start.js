// Before the first paint, so that no page flashes in the wrong colours.
(function () {
  var page = document.documentElement;
  page.dataset.script = "";
  try {
    var view = JSON.parse(localStorage.getItem("receptive.view") || "{}");
    if (view.theme === "light" || view.theme === "dark") page.dataset.theme = view.theme;
    if (view.projector === true) page.dataset.projector = "";
  } catch {
    // Storage is closed to this page, or holds what we did not write: the system's theme stays.
  }
})();
