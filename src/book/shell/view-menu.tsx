const THEMES = [
  { value: "auto", label: "Auto" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** How the pages are shown; shown itself only where the script that it needs has run. */
export function ViewMenu() {
  return (
    <details className="site-menu site-view" name="site-menu">
      <summary>View</summary>
      <form className="site-menu-sheet" data-view-controls="">
        <fieldset className="site-themes">
          <legend>Colours</legend>
          {THEMES.map(({ value, label }) => (
            <label key={value}>
              <input type="radio" name="theme" value={value} defaultChecked={value === "auto"} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <label className="site-projector">
          <input type="checkbox" name="projector" />
          <span>
            Projector
            <small>Larger type and stronger lines, for the last row</small>
          </span>
        </label>
      </form>
    </details>
  );
}
