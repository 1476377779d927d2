// ECharts with the parts that the cards use. Nothing of it writes markup, so that the content policy holds: canvas, and tips made of elements.
import { BarChart, HeatmapChart, ScatterChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { element } from "./elements";
import type { Palette } from "./palette";

use([BarChart, HeatmapChart, ScatterChart, LineChart, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);

/** A point of a chart: which row, which series. */
export interface Point {
  readonly dataIndex: number;
  readonly seriesIndex: number;
}

export interface ChartView {
  /** What the chart shows, in a sentence, for those who do not see it. */
  readonly label: string;
  readonly height: number;
  readonly option: EChartsCoreOption;
  /** Lines of the tip at a point, the first its head. */
  readonly tip: (point: Point) => readonly string[];
  /** Goes down to what is behind a point; undefined when nothing is. */
  readonly open?: (point: Point) => (() => void) | undefined;
}

export interface DrawnChart {
  readonly element: HTMLElement;
  dispose(): void;
}

export function drawChart(host: HTMLElement, view: ChartView, colours: Palette): DrawnChart {
  host.style.height = `${view.height}px`;
  host.setAttribute("role", "img");
  host.setAttribute("aria-label", view.label);
  const chart = init(host, null, { renderer: "canvas" });
  chart.setOption({
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    textStyle: { fontFamily: colours.font, color: colours.ink },
    tooltip: {
      trigger: "item",
      confine: true,
      backgroundColor: colours.paper,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontFamily: colours.font },
      formatter: (at: Point) => element("div", { class: "tip" }, ...view.tip(at).map((line, index) => element(index === 0 ? "strong" : "span", {}, line))),
    },
    ...view.option,
  });
  chart.on("click", (at) => view.open?.(at as unknown as Point)?.());
  const resized = new ResizeObserver(() => chart.resize());
  resized.observe(host);
  return {
    element: host,
    dispose() {
      resized.disconnect();
      chart.dispose();
    },
  };
}
