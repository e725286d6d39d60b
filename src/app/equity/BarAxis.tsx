/** A tick: where it stands from 0 to 100, and its number as read. */
export interface BarTick {
  readonly at: number;
  readonly text: string;
}

/** The numbers beneath a column of bars. Hidden from screen readers: each bar says its own number in words. */
export function BarAxis({ ticks }: { readonly ticks: readonly BarTick[] }) {
  return (
    <div className="bar-axis">
      <svg direction="ltr" aria-hidden="true" focusable="false">
        {ticks.map(({ at, text }) => (
          <g key={at}>
            <line className="tick" x1={`${at}%`} x2={`${at}%`} y1="0" y2="4" />
            <text x={`${at}%`} y="1.2em" textAnchor={at < 5 ? "start" : at > 95 ? "end" : "middle"}>
              {text}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

/** A thin line through a bar for each tick; for an SVG that is 100 by 10. */
export function BarGrid({ ticks }: { readonly ticks: readonly BarTick[] }) {
  return <path className="grid-line" d={ticks.map(({ at }) => `M${at} 0V10`).join("")} />;
}
