/** How the reader wants the pages shown. `public/start.js` reads the same before first paint. */
export interface ViewSettings {
  readonly theme: "auto" | "light" | "dark";
  /** Larger type and stronger lines. */
  readonly projector: boolean;
}

const KEY = "receptive.view";

/** Settings from stored text; what is missing or unreadable is the default. */
export function parseView(text: string | null): ViewSettings {
  try {
    const { theme, projector } = JSON.parse(text ?? "") as Partial<Record<string, unknown>>;
    return {
      theme: theme === "light" || theme === "dark" ? theme : "auto",
      projector: projector === true,
    };
  } catch {
    return { theme: "auto", projector: false };
  }
}

/** Stored settings; the defaults where storage is closed to the page. */
export function loadView(): ViewSettings {
  try {
    return parseView(localStorage.getItem(KEY));
  } catch {
    return parseView(null);
  }
}

/** Keeps settings for the next page, where storage allows. */
export function saveView(view: ViewSettings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(view));
  } catch {
    // A private window: the choice holds for this page.
  }
}
