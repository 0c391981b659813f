/** A reader's prediction: what they said, or that they went on without one. */
export interface Prediction {
  readonly answer: string | null;
}

export interface PredictionStore {
  load(id: string): Prediction | null;
  save(id: string, prediction: Prediction | null): void;
}

type SessionStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Longest answer that is believed. */
const LONGEST = 200;

/**
 * Predictions of this visit, by their id. They stay in the tab; where storage is closed to the
 * page, they stay as long as the figure does.
 */
export function createPredictionStore(storage: () => SessionStorage): PredictionStore {
  const key = (id: string) => `receptive.prediction.${id}`;
  return {
    load(id) {
      try {
        const read: unknown = JSON.parse(storage().getItem(key(id)) ?? "null");
        if (typeof read !== "object" || read === null || !("answer" in read)) return null;
        const { answer } = read;
        if (answer === null) return { answer };
        return typeof answer === "string" && answer.length <= LONGEST ? { answer } : null;
      } catch {
        return null;
      }
    },
    save(id, prediction) {
      try {
        if (prediction) storage().setItem(key(id), JSON.stringify(prediction));
        else storage().removeItem(key(id));
      } catch {
        // Closed or full storage: the answer is kept by the figure alone.
      }
    },
  };
}
