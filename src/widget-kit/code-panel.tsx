import { useState } from "react";
import { Choice } from "../ui/choice";
import { Disclosure } from "../ui/disclosure";
import { CopyButton } from "./copy-button";
import type { CodeExample } from "./define-widget";
import "./kit.css";

const languages: Readonly<Record<CodeExample["language"], string>> = {
  pytorch: "PyTorch",
  tfjs: "TensorFlow.js",
  numpy: "NumPy",
};

/** The figure's computation as code, one language at a time, ready to paste. */
export function CodePanel({ examples }: { readonly examples: readonly CodeExample[] }) {
  const [language, setLanguage] = useState(examples[0]?.language);
  const example = examples.find((one) => one.language === language) ?? examples[0];
  if (!example) return null;
  return (
    <Disclosure summary="The same in code">
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
    </Disclosure>
  );
}
