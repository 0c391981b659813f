import { HERO_KERNEL } from "./hero";
import { KernelDrawing } from "./kernel-drawing";

/** Addresses of the cover's pictures. */
export interface HeroImages {
  readonly picture: string;
  readonly partials: readonly string[];
  readonly sum: string;
}

const CHANNELS = ["red", "green", "blue"] as const;

/** One convolution from picture to feature map, as it was computed for this page. */
export function HeroFigure({ images }: { images: HeroImages }) {
  return (
    <figure className="hero">
      <div className="hero-flow">
        <img
          className="hero-picture"
          src={images.picture}
          width={448}
          height={448}
          alt="A still life: fruit, a bottle and a jug on a wooden table, in light from a window."
        />
        <div className="hero-partials">
          {images.partials.map((src, at) => (
            <div key={src} className="hero-partial">
              <KernelDrawing values={HERO_KERNEL} />
              <img
                src={src}
                width={446}
                height={446}
                alt={`Its ${CHANNELS[at]} plane under the kernel: upright edges in orange and blue.`}
              />
            </div>
          ))}
        </div>
        <img
          className="hero-sum"
          src={images.sum}
          width={446}
          height={446}
          alt="The three maps added up: one feature map in which every upright edge stands out."
        />
      </div>
      <figcaption>
        A picture, one kernel for each of its colours, three partial maps, and their sum: one
        feature map. The book’s own code computed it when this page was built. In chapter 1 your
        computer does it again, with any numbers you like.
      </figcaption>
    </figure>
  );
}
