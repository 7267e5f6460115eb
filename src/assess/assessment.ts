/** THE ASSESSMENT as value: what a log shows, computed from what its reader may read, and saying so. Made by `assessor`, read by products, screens and the dry run. */

/** What a figure rests on: how many, how spread, and what share of contacts was captured. Seconds unless the name says otherwise. */
export type Spread = {
  /** Observations that ended. */
  readonly n: number;
  /** Still open when the log ended: right-censored, never counted as zero. */
  readonly censored: number;
  /** Kaplan–Meier quartiles; null where too many are censored to reach them. */
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
};

/** A share: how many of how many, and a 95 % Wilson interval. */
export type Share = { readonly hits: number; readonly of: number; readonly low: number | null; readonly high: number | null };

export type RequirementCoverage = {
  readonly requirement: string;
  readonly party: string;
  readonly task: string;
  readonly times: number;
  /** Serials of the plan, and serials done, that count. */
  readonly planned: readonly string[];
  readonly achieved: readonly string[];
};

/** A cell of the party × leaf task matrix. */
export type CoverageCell = {
  readonly party: string;
  readonly task: string;
  readonly needed: number;
  readonly planned: number;
  readonly achieved: number;
};

export type Coverage = { readonly requirements: readonly RequirementCoverage[]; readonly matrix: readonly CoverageCell[] };

/** What a party's evaluators gave on a scale of the party's own. */
export type OwnRating = { readonly counts: Readonly<Record<string, number>>; readonly rating: string | null };

/** Ratings of a critical task by the evaluators of one party; parties stand side by side, never converted. */
export type CriticalTaskRating = {
  readonly task: string;
  readonly criticalTask: string;
  readonly party: string;
  /** Rating → how many observations; `null` observations are counted as not rated. */
  readonly counts: Readonly<Record<string, number>>;
  readonly notRated: number;
  /** The worst that an observation gave; null when nothing was rated. */
  readonly rating: string | null;
  /** Only of a party that also rates on a scale of its own. */
  readonly own?: OwnRating;
};
export type TaskRating = {
  readonly task: string;
  readonly party: string;
  readonly rating: string | null;
  readonly rated: number;
  readonly collected: number;
  /** The worst on the party's own scale, where it has one. */
  readonly own?: string | null;
};
export type Ratings = {
  readonly scale: readonly string[];
  readonly criticalTasks: readonly CriticalTaskRating[];
  readonly tasks: readonly TaskRating[];
};

/** One agreed procedure, over all serials or in one phase. */
export type ProcedureFigure = {
  readonly procedure: string;
  readonly kind: string;
  readonly phase: string | null;
  /** Standard in seconds, where the procedure states one. */
  readonly withinSeconds: number | null;
  readonly met: Share;
  readonly latency: Spread;
};

/** Where the time of a request went. */
export type LatencySplit = {
  readonly decide: Spread;
  readonly translate: Spread;
  readonly review: Spread;
  readonly deliver: Spread;
  readonly whole: Spread;
  readonly onTime: Share;
};

/** First phase against last, per procedure: the difference of the shares met, and of the medians. */
export type Trend = {
  readonly procedure: string;
  readonly first: ProcedureFigure;
  readonly last: ProcedureFigure;
  readonly betterBy: number | null;
  readonly fasterBySeconds?: number | null;
};

export type PairsFigure = { readonly planned: number; readonly achieved: number; readonly possible: number };

export type Coordination = {
  readonly procedures: readonly ProcedureFigure[];
  readonly byPhase: readonly ProcedureFigure[];
  readonly trends: readonly Trend[];
  readonly requests: LatencySplit;
  readonly injectAnswers: { readonly onTime: Share; readonly latency: Spread };
  /** Contacts marked, and the share of known communications that a mark captured. */
  readonly contacts: { readonly marked: number; readonly crossParty: number; readonly captured: Share };
  readonly pairs: PairsFigure;
  /** The analyst's view, off by default: posts, never persons. */
  readonly analyst: {
    readonly eiIndex: number | null;
    readonly eiExpected: number | null;
    readonly reach: Share;
    readonly brokers: readonly { readonly post: string; readonly betweenness: number }[];
    readonly singlePoints: readonly string[];
  } | null;
};

export type TimelineEntry = {
  /** Microseconds. */
  readonly at: number;
  readonly exerciseAt: number | null;
  readonly kind: string;
  /** A sentence key of `words` with its values. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly event: { readonly stream: string; readonly origin: string; readonly sequence: number };
};

/** A finding proposed by the figures or by people, with the events that show it. */
export type AssessedFinding = {
  readonly id: string;
  readonly origin: 'figures' | 'people';
  readonly strength: boolean;
  readonly key: string | null;
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly title: string | null;
  readonly text: string | null;
  readonly language: string | null;
  readonly state: string;
  readonly party: string | null;
  readonly task: string | null;
  readonly serials: readonly string[];
  readonly shownBy: readonly string[];
  readonly actions: readonly {
    readonly action: string;
    readonly text: string;
    readonly owner: string;
    readonly due: number;
    readonly element: string;
    readonly done: boolean;
    /** What the text is written in, where its author said so. */
    readonly language?: string;
  }[];
  /** What parties said of it, and the party whose view of it differs. */
  readonly comments?: readonly { readonly party: string; readonly text: string; readonly language: string }[];
  readonly nationalView?: string | null;
  readonly supersededBy?: string | null;
};

export type SerialOutcome = {
  readonly serial: string;
  readonly status: string;
  /** Microseconds; null where it did not come to it. */
  readonly plannedStart: number | null;
  readonly plannedEnd: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly stoppedSeconds: number;
  readonly signatures: number;
};

export type InjectOutcome = {
  readonly id: string;
  readonly number: string | null;
  readonly releasedAt: number | null;
  readonly answered: boolean;
  readonly outcome: string | null;
  readonly seconds: number | null;
};

export type Assessment = {
  readonly format: 'entente-assessment';
  readonly version: 1;
  readonly exercise: string;
  /** Whose reading the figures are computed from, in words of the reader syntax. */
  readonly reader: string;
  /** How much was read: streams and events of this reader; nothing is said of others. */
  readonly basis: { readonly streams: number; readonly events: number; readonly from: number | null; readonly to: number | null };
  readonly simulated: boolean;
  readonly startex: number | null;
  readonly endex: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly serials: readonly SerialOutcome[];
  readonly injects: readonly InjectOutcome[];
  readonly coverage: Coverage;
  readonly ratings: Ratings;
  readonly coordination: Coordination;
  readonly safety: { readonly stops: number; readonly noDuff: number; readonly drills: number };
  readonly findings: readonly AssessedFinding[];
  readonly timeline: readonly TimelineEntry[];
};
