import { useState } from "react";
import { Choice } from "../ui/choice";
import { CopyButton } from "./copy-button";
import type { CodeExample } from "./define-widget";
import { useOpened } from "./frame/use-opened";
import { usePaced } from "./frame/use-paced";
import "./kit.css";

const languages: Readonly<Record<CodeExample["language"], string>> = {
  pytorch: "PyTorch",
  tfjs: "TensorFlow.js",
  numpy: "NumPy",
};

const PACE = { delay: 0, interval: 300 };

export interface CodePanelProps {
  /** Writes the lines; another function when they would be others. */
  readonly code: () => readonly CodeExample[];
}

/** The figure's computation as code, one language at a time, ready to paste; follows while open. */
export function CodePanel({ code }: CodePanelProps) {
  const [opened, details] = useOpened();
  const examples = usePaced(code, opened, PACE);
  const [language, setLanguage] = useState(examples[0]?.language);
  const example = examples.find((one) => one.language === language) ?? examples[0];
  if (!example) return null;
  return (
    <details className="ui-disclosure" {...details}>
      <summary>The same in code</summary>
      <div className="ui-disclosure-body">
        <div className="kit-code">
          <div className="kit-code-head">
            {examples.length > 1 && (
              <Choice
                label="Language"
                hideLabel
                value={example.language}
                options={examples.map((one) => ({
                  value: one.language,
                  label: languages[one.language],
                }))}
                onChange={setLanguage}
              />
            )}
            <CopyButton label="Copy code" kind="plain" text={() => example.code} />
          </div>
          <pre role="group" tabIndex={0} aria-label={`${languages[example.language]} code`}>
            <code>{example.code}</code>
          </pre>
        </div>
      </div>
    </details>
  );
}
