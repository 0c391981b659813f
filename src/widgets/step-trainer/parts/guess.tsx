import { Button } from "../../../ui/button";
import { signOf, type Sign } from "./use-guesses";

const words: Readonly<Record<Sign, string>> = {
  "?": "none yet",
  "+": "positive",
  "−": "negative",
  "0": "zero",
};

interface GuessCellProps {
  readonly at: number;
  readonly sign: Sign;
  readonly onTurn: () => void;
}

/** In the place of a slope that is still to come: the reader's guess at its sign. */
export function GuessCell({ at, sign, onTurn }: GuessCellProps) {
  return (
    <button
      type="button"
      className="st-guess"
      data-given={sign !== "?" || undefined}
      aria-label={`Your guess for the sign of dL/dw at row ${Math.floor(at / 2)}, column ${at % 2}: ${words[sign]}`}
      onClick={onTurn}
    >
      {sign}
    </button>
  );
}

interface GuessLineProps {
  readonly guesses: readonly Sign[];
  /** The slopes; `null` where slow motion has not come yet. */
  readonly slopes: readonly (number | null)[];
  readonly onForget: () => void;
}

/** The question before the slopes are known, the guesses beside the truth after. */
export function GuessLine({ guesses, slopes, onForget }: GuessLineProps) {
  const given = guesses.filter((sign) => sign !== "?").length;
  if (slopes.some((slope) => slope === null))
    return (
      <p className="st-question">
        <b>Predict first.</b> Will the loss rise or fall with each weight? Press the four cells of
        dL/dw to set a sign, then go on.
      </p>
    );
  if (given === 0) return <p className="st-question" />;
  const truths = slopes.map((slope) => signOf(slope!));
  const right = guesses.filter((sign, at) => sign === truths[at]).length;
  return (
    <p className="st-question">
      You said <b>{guesses.join(" ")}</b>. It turned out <b>{truths.join(" ")}</b>: {right} of{" "}
      {given} right.{" "}
      <Button kind="quiet" onPress={onForget}>
        Forget my guesses
      </Button>
    </p>
  );
}
