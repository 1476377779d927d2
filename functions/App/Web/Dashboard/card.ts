// What a card is: a question to the statistics, and how its answer is drawn and written.
import type { Behind, Selection } from "./address";
import type { ChartView } from "./chart";
import type { Palette } from "./palette";
import type { Answer, Arguments } from "./statistics";
import type { TableView } from "./table";

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** What a card draws with. */
export interface Scene {
  readonly selection: Selection;
  readonly colours: Palette;
  /** The card's own choice; empty when it has none. */
  readonly choice: string;
  /** How many rows a chart may show; infinite once the reader asked for all. */
  readonly most: number;
  /** True on a screen too narrow for long labels. */
  readonly narrow: boolean;
  readonly placeName: (code: string) => string;
  /** Opens the list of what is behind a figure. */
  readonly open: (filter: Behind) => void;
}

/** A choice that decides what is asked, known before there is an answer. */
export interface Ask {
  readonly label: string;
  readonly choices: (selection: Selection) => readonly Choice[];
}

export interface Card {
  readonly id: string;
  readonly query: string;
  readonly title: (selection: Selection) => string;
  /** What stands below the title. */
  readonly about: (selection: Selection) => string;
  readonly args: (selection: Selection, choice: string) => Arguments;
  /** What to say when there is nothing to draw. */
  readonly empty: (selection: Selection) => string;
  /** The label of the card's choice and what may be chosen, best first. */
  readonly choose?: { readonly label: string; readonly of: (answer: Answer, selection: Selection) => readonly Choice[] };
  /** The same where the choice changes the question. */
  readonly ask?: Ask;
  /** Undefined when there is nothing to draw. */
  readonly chart: (answer: Answer, scene: Scene) => ChartView | undefined;
  readonly table: (answer: Answer, scene: Scene) => TableView;
  /** How many rows the chart leaves out while it may show that many. */
  readonly leftOut?: (answer: Answer, most: number) => number;
}
