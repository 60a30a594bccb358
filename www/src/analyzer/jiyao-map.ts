// Loaded when the first mind map is asked for.
import { html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Report } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { type Box, countTopics, LINE_HEIGHT, layOut, type MindMap, type Topic, topicsOf } from "../map/layout.ts";
import { download } from "../out/download.ts";
import { svgDocument } from "../out/svg.ts";
import { countPoints, filterPoints, outlineOf } from "../records/outline.ts";
import { base } from "../style/tokens.ts";
import { mapStyles } from "./map-styles.ts";

/** With more points than this the map begins with its speakers folded. */
const MANY = 60;
/** Half of the side on which a fold is clicked, in pixels. */
const REACH = 12;

/**
 * The directives of a report as a mind map that folds. It is a tree for assistive technology, with all of its words.
 *
 * @fires jiyao-pick - a point was chosen; `detail.row` is its row
 */
export class JiyaoMap extends LitElement {
  static override styles = [base, mapStyles];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) report!: Report;
  /** The index of the report. */
  @property({ attribute: false }) at = 0;
  /** What the report is called. */
  @property({ attribute: false }) reportTitle = "";
  /** The rows that the filter leaves. */
  @property({ attribute: false }) rows: ReadonlySet<string> = new Set();
  @property({ attribute: false }) selected: string | null = null;
  @state() private folded: ReadonlySet<string> = new Set();
  /** The topic that the tab key comes to; arrow keys move it. */
  @state() private current = "report";
  @query("svg") private drawing!: SVGSVGElement;

  #map: MindMap = { boxes: [], width: 0, height: 0 };
  #root: Topic = { id: "report", words: "", row: null, topics: [] };

  override willUpdate(changed: PropertyValues<this>): void {
    const speeches = outlineOf(this.report, this.at).flatMap(({ speaker, points }) => {
      const shown = filterPoints(points, this.rows);
      return shown.length ? [{ speaker, points: shown }] : [];
    });
    this.#root = topicsOf(this.reportTitle, speeches, this.strings.noSpeaker);
    if (changed.has("report")) {
      const many = speeches.reduce((sum, { points }) => sum + countPoints(points), 0) > MANY;
      this.folded = new Set(many ? this.#root.topics.map(({ id }) => id) : []);
    }
    if (changed.has("selected") && this.selected) this.current = this.selected;
    this.#map = layOut(this.#root, this.folded, this.#measure);
  }

  readonly #canvas = document.createElement("canvas").getContext("2d");
  readonly #widths = new Map<string, number>();

  /** The width of words; the same character is measured once. */
  #measure = (words: string, depth: number): number => {
    const family = getComputedStyle(this).getPropertyValue(depth === 0 ? "--serif" : "--sans");
    const font = `${depth < 2 ? 600 : 400} 14px ${family}`;
    const known = this.#widths.get(font + words);
    if (known !== undefined) return known;
    if (this.#canvas) this.#canvas.font = font;
    const width = this.#canvas?.measureText(words).width ?? words.length * 14;
    this.#widths.set(font + words, width);
    return width;
  };

  override render() {
    const { boxes, width, height } = this.#map;
    const { map } = this.strings;
    const reachable = boxes.some(({ topic }) => topic.id === this.current) ? this.current : "report";
    return html`
      <div class="tools">
        <button type="button" @click=${() => this.#foldAll(false)}>${map.unfold}</button>
        <button type="button" @click=${() => this.#foldAll(true)}>${map.fold}</button>
        <button type="button" title=${map.saveTitle} @click=${this.#save}>SVG</button>
      </div>
      <div class="scroll">
        <svg
          role="tree"
          aria-label=${`${map.label}: ${this.reportTitle}`}
          xmlns="http://www.w3.org/2000/svg"
          width=${width}
          height=${height}
          viewBox="0 0 ${width} ${height}"
          @keydown=${this.#keydown}
        >
          <rect class="ground" role="presentation" width=${width} height=${height}></rect>
          <g role="presentation">${boxes.map((box) => (box.above ? link(box.above, box) : nothing))}</g>
          ${boxes.map((box) => this.#box(box, box.topic.id === reachable))}
        </svg>
      </div>
    `;
  }

  #box(box: Box, reachable: boolean) {
    const { topic, depth, lines, x, y, width, height, siblings, position } = box;
    const folds = topic.topics.length > 0;
    const first = y - ((lines.length - 1) * LINE_HEIGHT) / 2;
    return svg`<g
      class="topic depth-${Math.min(depth, 2)}"
      role="treeitem"
      lang="zh"
      tabindex=${reachable ? 0 : -1}
      data-topic=${topic.id}
      aria-label=${topic.words}
      aria-level=${depth + 1}
      aria-setsize=${siblings}
      aria-posinset=${position}
      aria-expanded=${folds ? String(!this.folded.has(topic.id)) : nothing}
      aria-selected=${topic.row ? String(topic.row === this.selected) : nothing}
      @click=${() => this.#choose(topic)}
    >
      <title>${topic.words}</title>
      <rect class="box" x=${x + 1} y=${y - height / 2} width=${width - 2} height=${height} rx="6"></rect>
      <text class="words">${lines.map(
        (line, index) => svg`<tspan x=${x + 9} y=${first + index * LINE_HEIGHT + 5}>${line}</tspan>`,
      )}</text>
      ${folds ? this.#fold(box) : nothing}
    </g>`;
  }

  #fold({ topic, x, y, width }: Box) {
    const folded = this.folded.has(topic.id);
    const middle = x + width + 9;
    const click = (event: Event): void => {
      event.stopPropagation();
      this.#toggle(topic);
    };
    return svg`<g class="fold" @click=${click}>
      <rect x=${middle - REACH} y=${y - REACH} width=${2 * REACH} height=${2 * REACH} fill="none" pointer-events="all"></rect>
      <circle cx=${middle} cy=${y} r="9"></circle>
      <text x=${middle} y=${y + 4}>${folded ? countTopics(topic) : "−"}</text>
    </g>`;
  }

  #choose(topic: Topic): void {
    this.current = topic.id;
    if (topic.row) send(this, "jiyao-pick", { row: topic.row, from: "table" });
    else this.#toggle(topic);
  }

  #toggle({ id, topics }: Topic): void {
    if (topics.length === 0) return;
    const folded = new Set(this.folded);
    if (!folded.delete(id)) folded.add(id);
    this.folded = folded;
  }

  /** Folds everything below the speakers' names, or nothing. */
  #foldAll(fold: boolean): void {
    this.folded = new Set(fold ? this.#root.topics.map(({ id }) => id) : []);
  }

  /** The keys of a tree: along it, into it, out of it, folding on the way. */
  #keydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { boxes } = this.#map;
    const id = (event.target as Element).closest<SVGElement>(".topic")?.dataset.topic;
    const at = boxes.findIndex(({ topic }) => topic.id === id);
    const box = boxes[at];
    if (!box) return;
    const { topic, above, below } = box;
    const folded = this.folded.has(topic.id);
    const walk = (to: Box | null | undefined) => () => to && void this.#focus(to.topic.id);
    const toggle = (): void => this.#toggle(topic);
    const actions: Record<string, () => unknown> = {
      ArrowDown: walk(boxes[at + 1]),
      ArrowUp: walk(boxes[at - 1]),
      ArrowRight: folded ? toggle : walk(below[0]),
      ArrowLeft: below.length && !folded ? toggle : walk(above),
      Home: walk(boxes[0]),
      End: walk(boxes.at(-1)),
      Enter: () => this.#choose(topic),
      " ": toggle,
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  async #focus(id: string): Promise<void> {
    this.current = id;
    await this.updateComplete;
    this.#element(id)?.focus();
  }

  #element(id: string): SVGElement | undefined {
    return [...this.renderRoot.querySelectorAll<SVGElement>(".topic")].find((one) => one.dataset.topic === id);
  }

  /** Brings a point into view without taking the focus; what hides it is unfolded. */
  async reveal(row: string): Promise<void> {
    const above = pathTo(this.#root, row);
    if (above.some(({ id }) => this.folded.has(id))) {
      const hiding = new Set(above.map(({ id }) => id));
      this.folded = new Set([...this.folded].filter((id) => !hiding.has(id)));
      await this.updateComplete;
    }
    this.#element(row)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #save = (): void => {
    const { sheets } = this.strings;
    download(`${this.reportTitle} ${sheets.directives}.svg`, svgDocument(this.drawing), "image/svg+xml");
  };
}

/** The topics above a row's. */
function pathTo(topic: Topic, row: string): Topic[] {
  for (const below of topic.topics) {
    if (below.row === row) return [topic];
    const path = pathTo(below, row);
    if (path.length) return [topic, ...path];
  }
  return [];
}

/** A curve from the fold of one box to the edge of another. */
function link(from: Box, to: Box) {
  const [x1, x2] = [from.x + from.width + 18, to.x + 1];
  const middle = (x1 + x2) / 2;
  return svg`<path class="link" d="M${from.x + from.width - 1},${from.y} H${x1} C${middle},${from.y} ${middle},${to.y} ${x2},${to.y}"></path>`;
}

define("jiyao-map", JiyaoMap);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-map": JiyaoMap;
  }
}
