import { Fragment } from "react";
import { formatNumber } from "../../core/format/number";
import { bracketed } from "./bracketed";
import { channelProgress } from "./running-sum";
import { SumFold } from "./sum-fold";
import { SumRow } from "./sum-row";
import { SumTerms } from "./sum-terms";
import "../viz.css";
import "./sum-line.css";

/** One product of the window; fits a term of core's window trace. */
export interface SumTerm {
  readonly value: number;
  readonly weight: number;
  readonly product: number;
  /** `null` where zero padding supplied the value. */
  readonly source?: { readonly row: number; readonly column: number } | null | undefined;
}

/** The terms of one input channel. */
export interface SumChannel {
  readonly name: string;
  readonly terms: readonly SumTerm[];
  /** Sum of the channel's products. */
  readonly sum: number;
}

export interface SumLineProps {
  readonly channels: readonly SumChannel[];
  readonly bias: number;
  /** Sum over all channels, before the bias. */
  readonly sum: number;
  readonly preActivation: number;
  readonly activation: "identity" | "relu";
  readonly output: number;
  /**
   * How many terms are added so far, counted through the channels; default all. While terms are
   * missing the line ends in the running sum.
   */
  readonly step?: number | undefined;
  /** The term spoken of now, counted through the channels. */
  readonly highlighted?: number | null | undefined;
  readonly onTerm?: ((index: number | null) => void) | undefined;
}

/** Channels with more products than this fold into one line that opens. */
const termsShown = 9;

/** The running sum written out: products by channel, their sums, bias, activation, result. */
export function SumLine(props: SumLineProps) {
  const { channels, bias, sum, preActivation, activation, output, highlighted, onTerm } = props;
  const total = channels.reduce((count, channel) => count + channel.terms.length, 0);
  const step = props.step ?? total;
  const progress = channelProgress(channels, step);
  const finished = step >= total;
  const running = finished
    ? sum
    : progress.reduce((all, channel) => Math.fround(all + channel.sum), 0);

  return (
    <dl className="viz-sum">
      {channels.map((channel, index) => {
        const { start, added, sum: partial } = progress[index]!;
        const terms = () => (
          <SumTerms
            terms={channel.terms}
            added={added}
            highlighted={highlighted == null ? null : highlighted - start}
            onTerm={onTerm && ((term) => onTerm(term === null ? null : start + term))}
          />
        );
        return (
          <SumRow key={channel.name} name={channel.name} result={partial} pending={added === 0}>
            {channel.terms.length <= termsShown ? (
              terms()
            ) : (
              <SumFold summary={foldedText(channel, added)} terms={terms} />
            )}
          </SumRow>
        );
      })}
      <SumRow name={finished ? "sum" : "sum so far"} result={running} kind="total">
        {channels.length > 1 &&
          progress.map(({ sum: partial }, index) => (
            <Fragment key={index}>
              {" "}
              <span className="viz-term">
                {index > 0 && <span className="viz-sum-sign">+ </span>}
                {bracketed(partial, index > 0)}
              </span>
            </Fragment>
          ))}
      </SumRow>
      <SumRow name="bias" result={finished ? preActivation : null} pending={!finished}>
        <span className="viz-term">
          {finished ? formatNumber(sum) : "sum"} <span className="viz-sum-sign">+ </span>
          {bracketed(bias, true)}
        </span>
      </SumRow>
      <SumRow
        name={activation === "relu" ? "ReLU" : "output"}
        result={finished ? output : null}
        pending={!finished}
        kind="output"
      >
        {activation === "relu" && (
          <span className="viz-term">max(0, {finished ? formatNumber(preActivation) : "…"})</span>
        )}
      </SumRow>
    </dl>
  );
}

function foldedText({ terms }: SumChannel, added: number): string {
  if (added === terms.length) return `${terms.length} products`;
  return `${added} of ${terms.length} products`;
}
