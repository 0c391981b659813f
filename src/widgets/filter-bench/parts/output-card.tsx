import type { FilterModel } from "../view-model";
import { BenchMap } from "./bench-map";
import { FilterGlyph } from "./filter-glyph";
import type { ZoomProps } from "./zoom-props";

/** One output channel of the layer: its filter, its map, what its values span. */
export function OutputCard(props: ZoomProps & { readonly filter: FilterModel }) {
  const { filter, model, set, pointing, stills } = props;
  const chosen = filter.index === model.filter.index;
  return (
    <li className="fb-card" data-chosen={chosen || undefined}>
      <button
        type="button"
        className="fb-card-head"
        aria-pressed={chosen}
        onClick={() => set({ channel: filter.index })}
      >
        <FilterGlyph filter={filter} size={model.layer.size} />
        <span className="fb-card-title">{filter.title}</span>
        <span className="fb-card-name">{filter.name}</span>
      </button>
      <BenchMap
        map={filter.map}
        stills={stills}
        legend="full"
        variant="thumb"
        selected={pointing.shown.cell}
        onCell={pointing.onOutput}
        onLeave={pointing.onLeave}
        describeCell={chosen ? (cell) => model.cellAt(cell).text : undefined}
      />
    </li>
  );
}
