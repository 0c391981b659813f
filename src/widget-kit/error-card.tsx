import { Button } from "../ui/button";
import { CopyButton } from "./copy-button";
import "./kit.css";

export interface ErrorCardProps {
  readonly error: Error;
  /** What helps who wants to mend it; copied on demand, never shown. */
  readonly details: () => string;
  readonly onRetry: () => void;
  /** Back to the author's state, in case the reader's is what fails. */
  readonly onReset: () => void;
}

/** Stands where a figure failed. */
export function ErrorCard({ error, details, onRetry, onReset }: ErrorCardProps) {
  return (
    <div className="kit-error" role="alert">
      <p className="kit-error-title">This figure has stopped. The rest of the page works on.</p>
      <p>{error.message || error.name}</p>
      <div className="kit-gate-tools">
        <Button kind="primary" onPress={onRetry}>
          Try again
        </Button>
        <Button onPress={onReset}>Start over</Button>
        <CopyButton label="Copy details" text={details} />
      </div>
    </div>
  );
}
