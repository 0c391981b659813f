import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer";
import { SiteHeader, type SiteHeaderProps } from "./site-header";

/** What every page has around its content. */
export function PageFrame({ children, ...header }: SiteHeaderProps & { children: ReactNode }) {
  return (
    <>
      <a className="site-skip" href="#main">
        Skip to the text
      </a>
      <SiteHeader {...header} />
      {children}
      <SiteFooter root={header.root} />
    </>
  );
}
