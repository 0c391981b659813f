import { useEffect, useMemo, useState } from "react";
import { createPredictionStore } from "../../../widget-kit/prediction/prediction-store";

export type Sign = "?" | "+" | "−" | "0";
type Guesses = readonly Sign[];

const none: Guesses = ["?", "?", "?", "?"];
const order: Guesses = ["?", "+", "−", "0"];

/** The reader's signs for the four slopes of the kernel; kept in this tab. */
export function useGuesses(id: string) {
  const store = useMemo(() => createPredictionStore(() => sessionStorage), []);
  const key = `${id}.signs`;
  const [guesses, setGuesses] = useState(none);

  useEffect(() => {
    const read = [...(store.load(key)?.answer ?? "")] as Sign[];
    const whole = read.length === none.length && read.every((sign) => order.includes(sign));
    setGuesses(whole ? read : none);
  }, [store, key]);

  return useMemo(() => {
    function write(next: Guesses) {
      store.save(key, next === none ? null : { answer: next.join("") });
      setGuesses(next);
    }
    return {
      guesses,
      /** The next sign in turn for one weight. */
      turn: (at: number) =>
        write(
          guesses.map((sign, index) =>
            index === at ? order[(order.indexOf(sign) + 1) % order.length]! : sign,
          ),
        ),
      forget: () => write(none),
    };
  }, [store, key, guesses]);
}

/** The sign of a number as the reader could have said it. */
export function signOf(value: number): Sign {
  if (value === 0) return "0";
  return value > 0 ? "+" : "−";
}
