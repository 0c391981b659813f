import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { Message } from "../ui/message";
import { copyText } from "./copy-text";
import "./kit.css";

export interface CopyButtonProps {
  readonly label: string;
  /** Asked for when the button is pressed. */
  readonly text: () => string;
  readonly kind?: "plain" | "quiet" | undefined;
}

/** Milliseconds for which "Copied" stays. */
const STAYS = 3000;

/** Copies a text, and says whether it did. */
export function CopyButton({ label, text, kind = "quiet" }: CopyButtonProps) {
  const [said, setSaid] = useState<{ readonly done: boolean } | null>(null);

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), STAYS);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    setSaid({ done: await copyText(text()) });
  }

  return (
    <span className="kit-copy">
      <Button kind={kind} onPress={() => void copy()}>
        {label}
      </Button>
      <Message kind="note">
        {said && (said.done ? "Copied." : "This browser does not let the page copy.")}
      </Message>
    </span>
  );
}
