import { renderToStaticMarkup } from "react-dom/server";
import type { Chapter } from "../../book/chapter";
import { hero } from "../../book/cover/hero";
import type { SaveStill } from "../../book/islands/render-island";
import { ChapterPage } from "../../book/pages/chapter-page";
import { CoverPage } from "../../book/pages/cover-page";
import { MissingPage } from "../../book/pages/missing-page";
import type { Page } from "../../book/pages/page";
import { openShelf } from "../../book/shelf";
import { LabPage } from "../lab/lab-page";
import { renderChapter } from "./render-chapter";

const shelf = openShelf(
  import.meta.glob<typeof import("*.mdx")>("/chapters/*.mdx", { eager: true }),
);

const BOOK = "Receptive";

const chapterPage = ({ slug, kind, title, description }: Chapter): Page => ({
  slug,
  kind,
  title: `${title} · ${BOOK}`,
  description,
});

/** Every page of the site. */
export const pages: readonly Page[] = [
  {
    slug: "",
    kind: "cover",
    title: `${BOOK}: convolutional networks, down to the last number`,
    description:
      "A free interactive textbook on the foundations of convolutional networks: five chapters whose figures compute the real thing in your browser.",
  },
  ...shelf.map(chapterPage),
  {
    slug: "lab",
    kind: "lab",
    title: `Lab · ${BOOK}`,
    description: "Every figure of the book in every state, with its time and memory.",
  },
  {
    slug: "404",
    kind: "missing",
    title: `No page here · ${BOOK}`,
    description: "This address leads to no page of the book.",
  },
];

export interface RenderedPage {
  readonly body: string;
  /** Names of the widgets whose first frames are in it. */
  readonly widgets: readonly string[];
}

async function renderCover(root: string, saveStill: SaveStill): Promise<RenderedPage> {
  const { picture, partials, sum } = hero();
  const images = {
    picture: await saveStill(picture, picture.width),
    partials: await Promise.all(partials.map((map) => saveStill(map, map.width / 2))),
    sum: await saveStill(sum, sum.width),
  };
  return {
    body: renderToStaticMarkup(<CoverPage shelf={shelf} root={root} images={images} />),
    widgets: [],
  };
}

/**
 * One page's markup.
 *
 * @param root prefix that leads from the page to the site's root
 * @throws {Error} naming file and line, for a tag that means nothing or a widget used wrongly.
 */
export async function renderPage(
  page: Page,
  root: string,
  saveStill: SaveStill,
): Promise<RenderedPage> {
  if (page.kind === "cover") return renderCover(root, saveStill);
  const chapter = shelf.find(({ slug }) => slug === page.slug);
  if (chapter)
    return renderChapter(
      chapter,
      (components) =>
        renderToStaticMarkup(
          <ChapterPage shelf={shelf} chapter={chapter} root={root} components={components} />,
        ),
      saveStill,
    );
  const Plain = page.kind === "lab" ? LabPage : MissingPage;
  return { body: renderToStaticMarkup(<Plain shelf={shelf} root={root} />), widgets: [] };
}
