import { FilterGlyph } from "./filter-glyph";
import type { ZoomProps } from "./zoom-props";

/** The layer's filters in a row, so that a look inside one keeps the others in sight. */
export function ChannelTabs({ model, set }: Pick<ZoomProps, "model" | "set">) {
  return (
    <div className="fb-tabs" role="group" aria-label="Output channel">
      {model.filters.map((filter) => (
        <button
          key={filter.index}
          type="button"
          className="fb-tab"
          aria-pressed={filter.index === model.filter.index}
          onClick={() => set({ channel: filter.index, added: -1 })}
        >
          <FilterGlyph filter={filter} size={model.layer.size} />
          <span className="fb-card-title">{filter.title}</span>
          <span className="fb-card-name">{filter.name}</span>
        </button>
      ))}
    </div>
  );
}
