import type { MouseEvent } from "react";
import { formatNumber } from "../../../core/format/number";
import { writeHash } from "../../../widget-kit/link/hash";
import type { GainModel } from "../model";
import { RACE, raceText } from "../race-link";

/** A link that sets the signal race to this activation and gain, and goes there. */
export function RaceButton({ model }: { readonly model: GainModel }) {
  const { gain, state, current } = model;
  if (gain === null || !current) return null;
  const text = raceText(state, gain);

  function go(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goToRace(text);
  }

  return (
    <a className="gl-race" href={writeHash("", RACE, text)} onClick={go}>
      Send it through real networks: the signal race with gain {formatNumber(gain)}
    </a>
  );
}

/** This figure's own entry in the hash stays. */
function goToRace(text: string): void {
  location.hash = writeHash(location.hash, RACE, text);
  document.querySelector(`[data-id="${RACE}"]`)?.scrollIntoView();
}
