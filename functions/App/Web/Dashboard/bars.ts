// Bars that lie, a place each: stacked to a whole or side by side. Names of places are long and screens narrow.
import type { Scene } from "./card";
import type { ChartView, Point } from "./chart";
import { count } from "./numbers";
import type { Tone } from "./palette";

export interface BarSeries {
  readonly name: string;
  readonly tone: Tone;
  readonly values: readonly (number | null)[];
}

export interface Bars {
  readonly label: string;
  readonly names: readonly string[];
  readonly series: readonly BarSeries[];
  readonly stacked: boolean;
  readonly tip?: (name: string, series: BarSeries, value: number, at: Point) => readonly string[];
  readonly open?: (place: number, series: number) => (() => void) | undefined;
}

const head = 38;
const foot = 34;

export function barsOf(bars: Bars, { colours, narrow }: Scene): ChartView {
  const thick = bars.stacked ? 18 : 11;
  const row = bars.stacked ? 30 : bars.series.length * (thick + 2) + 14;
  return {
    label: bars.label,
    height: head + foot + bars.names.length * row + (narrow ? 20 : 0),
    option: {
      legend: legendOf(bars.series.map((one) => one.name), colours.ink),
      grid: { left: 8, right: 20, top: head + (narrow ? 20 : 0), bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: {
        type: "value",
        minInterval: 1,
        axisLabel: { color: colours.quiet, formatter: (value: number) => count(value), hideOverlap: true },
        splitLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: bars.names,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
        axisLabel: { color: colours.ink, width: narrow ? 96 : 180, overflow: narrow ? "break" : "truncate", fontSize: narrow ? 11 : 12, lineHeight: 13, interval: 0 },
      },
      series: bars.series.map((one) => ({
        type: "bar",
        name: one.name,
        stack: bars.stacked ? "all" : undefined,
        barWidth: thick,
        barGap: "20%",
        color: colours[one.tone],
        itemStyle: { borderColor: colours.paper, borderWidth: bars.stacked ? 1 : 0 },
        cursor: bars.open ? "pointer" : "default",
        data: one.values,
      })),
    },
    tip: (at) => {
      const [series, name] = [bars.series[at.seriesIndex]!, bars.names[at.dataIndex] ?? ""];
      const value = series.values[at.dataIndex] ?? 0;
      return bars.tip?.(name, series, value, at) ?? [name, `${series.name}: ${count(value)}`];
    },
    open: (at) => bars.open?.(at.dataIndex, at.seriesIndex),
  };
}

export const legendOf = (names: readonly string[], ink: string): object =>
  ({ top: 0, left: 0, itemWidth: 14, itemHeight: 14, itemGap: 14, icon: "roundRect", data: names, textStyle: { color: ink } });

/** Leaves out series that have nothing to show. */
export const shownSeries = <T extends BarSeries>(series: readonly T[]): readonly T[] => series.filter((one) => one.values.some((value) => (value ?? 0) !== 0));
