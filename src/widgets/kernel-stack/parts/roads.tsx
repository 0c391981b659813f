import { figureNames } from "../figures";
import { figureIds } from "../state";
import type { StackProps } from "./stack-props";

/** Every road with its numbers; each opens to its sum. */
export function Roads({ model, state, set }: Pick<StackProps, "model" | "state" | "set">) {
  const { roads, opened } = model;
  const most = (figure: (typeof figureIds)[number]) =>
    Math.max(...roads.map(({ figures }) => figures[figure].value), 1);
  return (
    <section className="ks-roads" aria-label="Roads to the same view">
      <ul>
        {roads.map(({ id, name, figures }) => (
          <li
            key={id}
            className="ks-road"
            data-main={id === "stack" || id === "single" || undefined}
          >
            <h4>{name}</h4>
            <div className="ks-figures">
              {figureIds.map((figure) => (
                <button
                  key={figure}
                  type="button"
                  className="ks-figure"
                  aria-label={`${figureNames[figure]} ${figures[figure].text}, ${name}`}
                  aria-pressed={state.road === id && state.figure === figure}
                  onClick={() => set({ road: id, figure })}
                >
                  <span>{figureNames[figure]}</span> <strong>{figures[figure].text}</strong>
                  {figure !== "field" && (
                    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                      <rect className="ks-track" width={100} height={4} />
                      <rect
                        className="ks-bar"
                        width={(100 * figures[figure].value) / most(figure)}
                        height={4}
                      />
                    </svg>
                  )}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <div className="ks-work" role="group" aria-label={`How it comes about: ${opened.title}`}>
        <p className="ks-quiet">{opened.title}</p>
        <ol>
          {opened.figure.work.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
    </section>
  );
}
