/** Closes an open menu of the header on Escape and on a press elsewhere. */
export function startMenus(document: Document): void {
  const opened = () => document.querySelector<HTMLDetailsElement>(".site-menu[open]");
  document.addEventListener("keydown", ({ key }) => {
    const menu = key === "Escape" ? opened() : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    const menu = opened();
    if (menu && target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
