// What each use case takes and gives. The doors (the commands, the server) are written against these types; a use case's own
// file implements one of them. Files come back as content or go through a sink, so that who asked decides where they lie.
import type { Place, Problem, Zone } from '../kernel/index.ts';
import type { Plan, Request as ReplanRequest } from '../plan/index.ts';
import type { Language, Message } from '../words/index.ts';

/** Says what is being done and, where it is known, which share of it is done (0 to 1). */
export type Progress = (message: Message, share?: number) => void;

/** One file's bytes, whole or in pieces. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Takes the files of a result. A file is there whole under its name or not at all. */
export type FileSink = { write(path: string, content: FileContent): Promise<void> };

/** What a use case tells beside its files: data of a documented format, and the same for people. */
export type Told = { readonly json: unknown; readonly summary: readonly Message[] };

/** Reads and checks a folder; with a plan, the plan too. Never throws for what is wrong in the document. */
export type CheckDocument = (directory: string, options: { readonly planFile?: string; readonly reader?: string }) => Promise<CheckReport>;

export type CheckReport = {
  /** How many there are: parties, units (leaves), sites, tasks, serials (all kinds), injects, storylines, … */
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly Problem[];
  /** Advice: what a planner may want to mend, and no fault. */
  readonly notes: readonly Problem[];
  /** Checks left out because not every owner's folder is there; no fault. */
  readonly notChecked: readonly Message[];
  /** What the plan breaks; null when no plan was given. */
  readonly violations: readonly Problem[] | null;
};

/** A fixed number of steps by default, so that the same input gives the same plan; a time is the one exception, and says so. */
export type PlanBudget = { readonly iterations: number } | { readonly seconds: number };

export type PlanExercise = (
  directory: string,
  options: {
    readonly seed: string;
    readonly budget?: PlanBudget;
    readonly lanes: number;
    readonly progress: Progress;
    /** Then let the exact engine, where it is installed, better and prove what it can, with so many conflicts for each question. */
    readonly closer?: { readonly conflicts: number };
    /** Without a task, a plan from nothing. */
    readonly task?: PlanTask;
  },
) => Promise<PlanReport>;

/** What is asked of a plan that is there: re-plan with least change, compare with another, explain a serial; or a front over two objectives. */
export type PlanTask =
  | { readonly kind: 'replan'; readonly planFile: string; readonly request: ReplanRequest }
  | { readonly kind: 'compare'; readonly planFile: string; readonly otherFile: string }
  | { readonly kind: 'explain'; readonly planFile: string; readonly serial: string }
  | { readonly kind: 'front'; readonly objectives: string; readonly points: number };

/** A line of what is told, set in by so many steps, of what stands at a place; times in it are by the exercise's clock. */
export type Line = { readonly message: Message; readonly indent: number; readonly at?: Place };
export type Lines = { readonly lines: readonly Line[]; readonly zone: Zone };

export type PlanReport =
  /** `incomplete`: the best that was found, with the hard rules that it breaks; it is not adoptable. */
  | {
      readonly outcome: 'planned' | 'incomplete';
      readonly plan: Plan;
      readonly file: string;
      readonly broken: readonly Problem[];
      readonly summary: readonly Message[];
      /** What each objective reached, how far it is proved, and why. */
      readonly certificate: Lines;
      /** Of a re-planning: its change notices, in words and as data. */
      readonly notices?: Lines & { readonly json: unknown };
      /** Where it is incomplete and nothing is proved: what was missing most often over the searches. */
      readonly missing?: Lines & { readonly json: unknown };
    }
  /** What is told of plans that are there; `files` are further plans, each with what goes behind the name asked for. */
  | ({
      readonly outcome: 'told';
      readonly json: unknown;
      readonly files: readonly { readonly suffix: string; readonly file: string }[];
    } & Lines)
  /** Statements that cannot hold together, each with its file and line, and what would make a plan possible. */
  | ({ readonly outcome: 'impossible'; readonly json: unknown } & Lines);

export type RehearseExercise = (
  directory: string,
  options: {
    readonly planFile: string;
    readonly runs: number;
    readonly seed: string;
    readonly lanes: number;
    readonly keepLogs: boolean;
    readonly sink: FileSink;
    readonly progress: Progress;
  },
) => Promise<Told>;

/** Without a reader, the log's own: `all` for a complete one. */
export type AssessLog = (logFile: string, options: { readonly reader?: string; readonly progress: Progress }) => Promise<Told>;

export const productNames = ['aar', 'annex', 'fir', 'schedule', 'day', 'msel', 'eeg', 'communique'] as const;
export const productFormats = ['html', 'pdf', 'ics'] as const;
export type ProductName = (typeof productNames)[number];
export type ProductFormat = (typeof productFormats)[number];

/** What a product is made from: a document and its plan, or a log, which holds both. */
export type ProductSource =
  | { readonly kind: 'document'; readonly directory: string; readonly planFile: string }
  | { readonly kind: 'log'; readonly logFile: string };

export type PublishProduct = (request: {
  readonly product: ProductName;
  readonly source: ProductSource;
  readonly reader: string;
  readonly language: Language;
  readonly format: ProductFormat;
  /** `day`: which local day (`2024-07-12`); without it, the first. */
  readonly day?: string;
}) => Promise<{ readonly content: string | Uint8Array }>;

/** Says what a log file proves, and never more: unbroken, complete against its manifest, signed by whom or unsigned. */
export type VerifyLog = (
  logFile: string,
  options: { readonly progress: Progress },
) => Promise<Told & { readonly broken: readonly Problem[] }>;

/** `log` writes one file through the sink, `folder` the document's. */
export type ExportExercise = (
  dataDirectory: string,
  options: { readonly reader: string; readonly as: 'log' | 'folder'; readonly sink: FileSink; readonly progress: Progress },
) => Promise<Told>;

/** An exercise made to measure planners on: from a document's mould, or a plain one, as large and as tight as is asked. */
export type LikeAnother = {
  readonly directory?: string;
  readonly serials: number;
  readonly units: number;
  readonly tightness: number;
  readonly seed: string;
  /** So many statements that cannot hold together. */
  readonly impossible?: number;
};

/** Writes a small valid document to begin with, or one generated in the likeness of another. */
export type NewExercise = (options: {
  readonly like?: LikeAnother;
  readonly title: string;
  readonly parties: readonly string[];
  readonly language: Language;
  readonly sink: FileSink;
}) => Promise<Told>;

/** Takes in the events of a log file that another origin exported. A server that runs on the data folder takes them in itself. */
export type ImportLog = (dataDirectory: string, logFile: string, options: { readonly progress: Progress }) => Promise<Told>;

/** Admits a person to a real exercise by a code that is good once; `withdraw` takes back all that the person got. */
export type AdmitPerson = (
  dataDirectory: string,
  options: { readonly person: string; readonly withdraw: boolean },
) => Promise<Told & { readonly code: string | null }>;

/** What a server says of itself once it listens, with a link for each person who was to be admitted. */
export type Listening = { readonly address: string; readonly links: readonly { readonly person: string; readonly link: string }[] };

export type ServeExercise = (
  directory: string,
  options: {
    readonly dataDirectory: string;
    /** What this site is called as an origin of events; a log that is there keeps the name it has. */
    readonly origin?: string;
    readonly port: number;
    /** Plays the exercise with simulated people, so many times faster than the clock. */
    readonly play?: number;
    /** Takes a changed folder into the log; without it a difference is only shown. */
    readonly adopt: boolean;
    /** Persons of a real exercise for whom links are made. */
    readonly admit?: readonly string[];
    readonly listening: (listening: Listening) => void;
    readonly progress: Progress;
    /** Ends the service in good order. */
    readonly signal: AbortSignal;
  },
) => Promise<void>;

/** Plans the model exercise, tries it dry, serves it on loopback and plays it. */
export type StartModelExercise = (options: {
  readonly port: number;
  readonly listening: (listening: Listening) => void;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}) => Promise<void>;

/** Every use case by its verb; each loads what it needs when it is first asked for. */
export type UseCases = {
  readonly check: () => Promise<CheckDocument>;
  readonly plan: () => Promise<PlanExercise>;
  readonly rehearse: () => Promise<RehearseExercise>;
  readonly assess: () => Promise<AssessLog>;
  readonly publish: () => Promise<PublishProduct>;
  readonly verify: () => Promise<VerifyLog>;
  readonly export: () => Promise<ExportExercise>;
  readonly new: () => Promise<NewExercise>;
  readonly import: () => Promise<ImportLog>;
  readonly admit: () => Promise<AdmitPerson>;
  readonly serve: () => Promise<ServeExercise>;
  readonly start: () => Promise<StartModelExercise>;
};
