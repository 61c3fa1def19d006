/**
 * What bears on operating a program, as plain data for a view: settings of servers, what people rely on, what a target
 * offers, and what holds of the essay. Lines and columns count from zero, columns in UTF-16 code units.
 */
import type { ClaimAnswer } from '../essay/claimAnswer.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { DebuggingLevel, ServerPort, TargetDebugger } from '../knowledge/schema.generated.js';
import { evidenceSummary } from '../messages/evidenceText.js';
import { type SettingWords, settingWords } from '../messages/settingText.js';
import { featureName } from '../operability/featureName.js';
import type { FacilityLevel, ReliedFacility, ReliedFeature } from '../operability/operability.js';
import type { OwnSettings } from './ownSettings.js';
import type { Report, TargetReport } from './report.js';

/** What bears on operating the program beside what it relies on. */
export interface OperationDocument {
  /** What nobody relies on, and the target's answer, in the order of a runbook. */
  readonly offers: readonly OfferDocument[];
  /** How gdb is attached to a guest; undefined where nobody has looked. */
  readonly debugger: DebuggerDocument | undefined;
  /** What holds of the essay that calls unikernels unfit for production. */
  readonly scorecard: readonly ClaimAnswer[];
}

export interface DebuggerDocument extends Omit<TargetDebugger, 'evidence'> {
  /** Kinds of evidence, with the first line that was read. */
  readonly evidence: string;
}

/** Something that people may want to see or do, and what does it on the target. */
export interface OfferDocument {
  readonly title: string;
  readonly question: string;
  readonly level: DebuggingLevel;
  readonly what: string;
  readonly command: string | undefined;
  /** Kinds of evidence, with the first line that was read. */
  readonly evidence: string;
}

/** The settings of a known server that switch gaps of its own source off. */
export interface SettingsDocument {
  /** Name of the server. */
  readonly server: string;
  readonly settings: readonly (SettingWords & {
    /** Gaps that it switches off. */
    readonly closed: number;
    /** What is lost; undefined where nothing is. */
    readonly loses: string | undefined;
  })[];
  /** What has been run on the target with them, and where that is to be seen; undefined where nothing is known to have been. */
  readonly port: { readonly how: string; readonly evidence: string } | undefined;
}

/** Something that people want to see or do, and what does it on the target. */
export interface FacilityDocument {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** The worst of its features. */
  readonly level: FacilityLevel;
  /** Worst first. */
  readonly features: readonly ReliedFeatureDocument[];
}

export interface ReliedFeatureDocument {
  readonly feature: string;
  /** Without its kind: `strace`. */
  readonly name: string;
  readonly level: FacilityLevel;
  /** What does its job, and how that is called; left out where nobody looked. */
  readonly what?: string;
  readonly command?: string;
  /** Kinds of evidence, with the first line that was read. */
  readonly evidence?: string;
  /** The first of its places. Lines and columns count from zero. */
  readonly places: readonly { readonly path: string; readonly line: number; readonly column: number }[];
  readonly count: number;
}

export function operationDocument(
  target: TargetReport,
  report: Pick<Report, 'scorecardOf'>,
  knowledge: Knowledge,
): OperationDocument {
  return {
    offers: offersOf(target, knowledge),
    debugger: debuggerOf(target, knowledge),
    scorecard: report.scorecardOf(target),
  };
}

function offersOf({ target, operability }: TargetReport, knowledge: Knowledge): OfferDocument[] {
  const relied = new Set(operability.facilities.map(({ facility }) => facility.id));
  return [...knowledge.facilities.values()].flatMap(({ id, title, question, features }) => {
    const substitute = relied.has(id) ? undefined : knowledge.substitute(target.id, features[0]);
    if (!substitute) return [];
    const { level, what, command, evidence } = substitute;
    return [{ title, question, level, what, command, evidence: evidenceSummary(evidence) }];
  });
}

function debuggerOf({ target }: TargetReport, knowledge: Knowledge): DebuggerDocument | undefined {
  const found = knowledge.targets.get(target.id)?.debugger;
  return found && { ...found, evidence: evidenceSummary(found.evidence) };
}

export function settingsDocument(
  { server, settings, port }: OwnSettings,
  knowledge: Knowledge,
): SettingsDocument {
  return {
    server: server.title,
    settings: settings.map(({ setting, count }) => ({
      ...settingWords(setting),
      closed: count,
      loses: setting.loses,
    })),
    port: port && { how: port.how, evidence: portEvidence(port, knowledge) },
  };
}

/** `cloudius-systems/osv-apps@2347c09 nginx-from-host/nginx.conf:2`. */
function portEvidence({ evidence }: ServerPort, knowledge: Knowledge): string {
  const repositories = knowledge.serverRepositories();
  return evidence
    .map(({ repository, read }) => {
      const { name, commit } = repositories[repository];
      return `${name}@${commit} ${read}`;
    })
    .join(', ');
}

export function facilityDocument({ facility, level, features }: ReliedFacility): FacilityDocument {
  const { id, title, question } = facility;
  return { id, title, question, level, features: features.map(reliedFeatureDocument) };
}

function reliedFeatureDocument(relied: ReliedFeature): ReliedFeatureDocument {
  const { feature, level, substitute, places, count } = relied;
  return {
    feature,
    name: featureName(feature),
    level,
    ...(substitute ? { what: substitute.what, evidence: evidenceSummary(substitute.evidence) } : {}),
    ...(substitute?.command === undefined ? {} : { command: substitute.command }),
    places,
    count,
  };
}
