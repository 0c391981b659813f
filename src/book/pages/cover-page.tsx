import type { Chapter } from "../chapter";
import { HeroFigure, type HeroImages } from "../cover/hero-figure";
import { PageFrame } from "../shell/page-frame";
import { numbered } from "../shelf";

export interface CoverPageProps {
  readonly shelf: readonly Chapter[];
  readonly root: string;
  readonly images: HeroImages;
}

/** The cover with the contents. */
export function CoverPage({ shelf, root, images }: CoverPageProps) {
  const beside = shelf.filter(({ kind }) => kind === "page");
  const first = numbered(shelf)[0];
  return (
    <PageFrame shelf={shelf} current="" root={root}>
      <main id="main" className="cover" tabIndex={-1}>
        <header className="cover-head">
          <h1>Convolutional networks, down to the last number</h1>
          <p className="page-lede">
            Receptive is a textbook in five chapters. It explains what a convolution layer computes,
            why its kernels are small, how a picture shrinks to an answer, where the first weights
            come from and what training does to them.
          </p>
          <p className="cover-ask">
            Its figures run the real thing on your own computer, and its numbers are computed, not
            quoted. You need arithmetic, some patience, and from chapter 4 on the idea of a
            logarithm.
          </p>
          {first && (
            <p className="cover-start">
              <a className="cover-button" href={`${root}${first.slug}/`}>
                Start with chapter 1
              </a>
              {beside[0] && <a href={`${root}${beside[0].slug}/`}>{beside[0].title}</a>}
            </p>
          )}
        </header>
        <HeroFigure images={images} />
        <section className="cover-contents" aria-labelledby="contents">
          <h2 id="contents">Contents</h2>
          <ol>
            {numbered(shelf).map(({ slug, title, description, order }) => (
              <li key={slug}>
                <a href={`${root}${slug}/`}>
                  <span className="cover-number" aria-hidden="true">
                    {order}
                  </span>
                  <span className="cover-title">{title}</span>
                  <span className="cover-about">{description}</span>
                </a>
              </li>
            ))}
          </ol>
          <ul className="cover-beside">
            {beside.map(({ slug, title, description }) => (
              <li key={slug}>
                <a href={`${root}${slug}/`}>{title}</a> <span>{description}</span>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </PageFrame>
  );
}
