import { loadView, saveView, type ViewSettings } from "./view-settings";

function show(page: HTMLElement, { theme, projector }: ViewSettings): void {
  if (theme === "auto") delete page.dataset["theme"];
  else page.dataset["theme"] = theme;
  page.toggleAttribute("data-projector", projector);
}

function read(form: HTMLFormElement): ViewSettings {
  const data = new FormData(form);
  const theme = data.get("theme");
  return {
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    projector: data.get("projector") !== null,
  };
}

/** Connects the controls for theme and projector to the page and to what is stored. */
export function startView(document: Document): void {
  const form = document.querySelector<HTMLFormElement>("[data-view-controls]");
  if (!form) return;
  const write = (view: ViewSettings): void => {
    for (const input of form.querySelectorAll("input"))
      input.checked = input.type === "radio" ? input.value === view.theme : view.projector;
    show(document.documentElement, view);
  };
  write(loadView());
  form.addEventListener("change", () => {
    const view = read(form);
    show(document.documentElement, view);
    saveView(view);
  });
  // Another tab of the book has changed it.
  addEventListener("storage", () => write(loadView()));
}
