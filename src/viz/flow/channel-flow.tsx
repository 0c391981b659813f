import type { ReactNode } from "react";
import { FlowConnector } from "./flow-connector";
import { Operator } from "./operator";
import "./flow.css";

/** One input channel's row: plane ⊗ kernel = partial map. */
export interface FlowChannel {
  readonly key: string;
  /** Short name, e.g. "red". */
  readonly name: string;
  readonly input: ReactNode;
  readonly kernel: ReactNode;
  readonly partial: ReactNode;
}

export interface ChannelFlowProps {
  readonly channels: readonly FlowChannel[];
  /** The partial maps summed; left out with `null`. */
  readonly sum: ReactNode;
  /** The bias: its control or its number. */
  readonly bias: ReactNode;
  /** The activation: its control or its name; `null` leaves its step out. */
  readonly activation: ReactNode;
  readonly activationKind: "identity" | "relu";
  readonly output: ReactNode;
  /** The channel drawn strong. */
  readonly active?: number | null | undefined;
}

/**
 * One output channel as a flow: every plane ⊗ its kernel = partial map, all of them → Σ → + bias →
 * activation → output. Lies sideways where there is room, stands upright on a phone.
 */
export function ChannelFlow(props: ChannelFlowProps) {
  const { channels, sum, bias, activation, activationKind, output, active } = props;
  return (
    <div className="viz-flow">
      <div className="viz-flow-body">
        <ul className="viz-flow-channels">
          {channels.map((channel, index) => (
            <li
              key={channel.key}
              className="viz-flow-channel"
              data-channel={channel.key}
              data-active={index === active || undefined}
            >
              <span className="viz-flow-name">{channel.name}</span>
              <div className="viz-flow-input">{channel.input}</div>
              <Operator kind="convolve" />
              <div className="viz-flow-kernel">{channel.kernel}</div>
              <Operator kind="equals" />
              <div className="viz-flow-partial">{channel.partial}</div>
            </li>
          ))}
        </ul>
        <FlowConnector kind="merge" count={channels.length} active={active} />
        <div className="viz-flow-node">
          <Operator kind="sum" label="summed over the channels" />
        </div>
        {sum !== null && (
          <>
            <FlowConnector kind="line" />
            <div className="viz-flow-picture">{sum}</div>
          </>
        )}
        <FlowConnector kind="line" />
        <div className="viz-flow-node">
          <Operator kind="add" label="plus the bias" />
          <div className="viz-flow-control">{bias}</div>
        </div>
        {activation !== null && (
          <>
            <FlowConnector kind="line" />
            <div className="viz-flow-node">
              <Operator kind={activationKind} />
              <div className="viz-flow-control">{activation}</div>
            </div>
          </>
        )}
        <FlowConnector kind="line" />
        <div className="viz-flow-picture" data-kind="output">
          {output}
        </div>
      </div>
    </div>
  );
}
