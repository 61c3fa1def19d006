/**
 * The page: the parts in their order, drawn again as far as a filter or a new report changes them.
 */
import { assumedDocument } from '#core/options/assumedDocument.js';
import { effectsOfDocument } from '#core/options/effectsOf.js';
import type { Settings } from '#core/options/hang.js';
import type { OptionEffect } from '#core/options/optionEffects.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import type { Host } from '../host.js';
import { knownSettings, listOf } from '../model/assumptions.js';
import { type Filter, type ViewState, viewStateOf } from '../model/filter.js';
import { type GapTable, gapTableOf } from '../model/gapTable.js';
import { byFamily } from '../model/groups.js';
import { type Matches, matchesOf } from '../model/matches.js';
import { isListed, sectionsOf } from '../model/sections.js';
import { element } from './element.js';
import { familyChart } from './familyChart.js';
import { fileSection } from './fileSection.js';
import { type FilterBar, filterBar } from './filterBar.js';
import { gapSections } from './gapSections.js';
import { keepFocus } from './keepFocus.js';
import { operationPanel } from './operationPanel.js';
import { optionPanel } from './optionPanel.js';
import { pageHead } from './pageHead.js';
import { targetCard } from './targetCard.js';
import { ViewMemory } from './viewMemory.js';

export class Page {
  private state: ViewState;
  /** With nothing assumed. */
  private report: ReportDocument | undefined;
  private effects: readonly OptionEffect[] = [];
  private table: GapTable | undefined;
  private filters: FilterBar | undefined;
  private readonly memory = new ViewMemory();
  private readonly head;
  private readonly chart = familyChart((family) => this.changeFilter({ ...this.state.filter, family }));
  private readonly cards = element('div', { class: 'cards' });
  private readonly options = element('div');
  private readonly filterPlace = element('div', { class: 'filter-place' });
  private readonly lists = element('div', { id: 'gaps', class: 'lists', tabindex: '-1' });
  private readonly operation = element('div');
  private readonly files = element('div');
  private readonly main;

  constructor(
    body: HTMLElement,
    private readonly host: Host,
  ) {
    this.state = viewStateOf(host.keptState());
    this.head = pageHead(host.editor);
    this.main = element(
      'main',
      {},
      element(
        'section',
        { 'aria-labelledby': 'verdicts-title' },
        element('h2', { id: 'verdicts-title', class: 'for-readers' }, 'Verdicts'),
        this.cards,
      ),
      this.options,
      this.filterPlace,
      this.chart.element,
      this.lists,
      this.operation,
      this.files,
    );
    this.main.hidden = true;
    body.prepend(
      element('a', { class: 'skip', href: '#gaps' }, 'Skip to the gaps'),
      this.head.element,
      this.main,
    );
  }

  get isShown(): boolean {
    return this.table !== undefined;
  }

  /** Says how the report stands: that it is being made. */
  say(text: string): void {
    this.head.say(text);
  }

  show(document: ReportDocument): void {
    this.head.show(document);
    this.report = document;
    this.effects = effectsOfDocument(document);
    this.filters = filterBar(document, this.state.filter, (filter) => this.changeFilter(filter));
    const files = fileSection(document.skipped, document.problems, this.memory);
    const { element: filters } = this.filters;
    keepFocus(this.filterPlace, () => this.filterPlace.replaceChildren(filters));
    const operation = operationPanel(document, this.memory);
    keepFocus(this.operation, () => this.operation.replaceChildren(...operation));
    keepFocus(this.files, () => this.files.replaceChildren(...files));
    this.main.hidden = false;
    this.assume(this.assumed);
  }

  private get assumed(): Settings {
    const settings = new Map(this.state.assumed.map(({ option, setting }) => [option, setting]));
    return knownSettings(settings, this.effects);
  }

  /** Shows the report as if options of the build were set so. */
  private assume(assumed: Settings): void {
    const { report, effects, memory } = this;
    if (!report) return;
    const document = assumedDocument(report, assumed);
    this.cards.replaceChildren(...document.targets.map(targetCard));
    this.table = gapTableOf(document);
    const change = (to: Settings): void => this.assume(to);
    const panel = optionPanel({ document: report, effects, assumed, memory, change });
    keepFocus(this.options, () => this.options.replaceChildren(...panel));
    this.change({ ...this.state, assumed: listOf(assumed) });
  }

  private changeFilter(filter: Filter): void {
    this.change({ ...this.state, filter });
    this.filters?.show(filter);
  }

  private change(state: ViewState): void {
    this.state = state;
    this.host.keep(state);
    this.draw();
  }

  private draw(): void {
    const { table, filters } = this;
    if (!table || !filters) return;
    const { filter, grouping } = this.state;
    const matches = matchesOf(table, filter);
    const sections = sectionsOf(table, matches);
    this.drawChart(table, matches);
    filters.showCount(sections.listed, listedGaps(table));
    const scene = {
      table,
      severity: matches.severity,
      editor: this.host.editor,
      memory: this.memory,
    };
    const regroup = (to: ViewState['grouping']): void => this.change({ ...this.state, grouping: to });
    const drawn = gapSections(sections, { grouping, regroup }, scene);
    const nothing = element('p', { class: 'nothing' }, nothingText(table));
    keepFocus(this.lists, () => this.lists.replaceChildren(...(drawn.length > 0 ? drawn : [nothing])));
  }

  private drawChart(table: GapTable, { ofAllFamilies, severity }: Matches): void {
    const listed = ofAllFamilies.filter((gap) => isListed(table, gap));
    this.chart.element.hidden = table.size === 0;
    this.chart.show(byFamily(table, listed, severity), this.state.filter.family);
  }
}

function listedGaps(table: GapTable): number {
  let count = 0;
  for (let gap = 0; gap < table.size; gap++) if (isListed(table, gap)) count++;
  return count;
}

function nothingText({ size }: GapTable): string {
  return size === 0 ? 'No gap was found.' : 'No gap fits the filter.';
}
