import type { LabProps } from "./lab-props";

/** The activation's numbers; each opens to its calculation. */
export function Measures({ model, state, set }: Pick<LabProps, "model" | "state" | "set">) {
  const opened = model.measures.find(({ id }) => id === state.open);
  return (
    <section className="gl-measures" aria-label="Numbers of the activation">
      <div className="gl-cards">
        {model.measures.map(({ id, name, text, about, value }) => (
          <button
            key={id}
            type="button"
            className="gl-card"
            aria-pressed={id === state.open}
            data-non-finite={!Number.isFinite(value) || undefined}
            onClick={() => set({ open: id })}
          >
            <span className="gl-name">{name}</span> <strong>{text}</strong>{" "}
            <span className="gl-about">{about}</span>
          </button>
        ))}
      </div>
      {opened && (
        <div className="gl-work" role="group" aria-label={`How ${opened.name} comes about`}>
          {opened.work.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className="gl-about">z is normal: mean 0, variance 1. Integrals by quadrature.</p>
        </div>
      )}
    </section>
  );
}
