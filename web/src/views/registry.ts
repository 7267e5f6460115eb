// The views that there are. The shell lays out what is listed here and knows none by name; a new view is a line.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { DeviceView } from '../../../src/client/index.ts';
import { AboutView } from '../about/about-view.tsx';
import { CoordinationView } from '../coordination/coordination-view.tsx';
import { CoverageView } from '../coverage/coverage-view.tsx';
import { FeedView } from '../feed/feed-view.tsx';
import { PlanView } from '../plan/plan-view.tsx';
import { RehearsalView } from '../rehearsal/rehearsal-view.tsx';
import { TimelineView } from '../timeline/timeline-view.tsx';

export const pages = ['conduct', 'assessment', 'rehearsal', 'plan', 'about'] as const;
export type PageName = (typeof pages)[number];

export type View = {
  readonly id: string;
  readonly page: PageName;
  /** How much room it asks for on a wide screen. */
  readonly room: 'wide' | 'half' | 'side' | 'full';
  /** Key of its title. */
  readonly title: string;
  readonly Component: ComponentType | LazyExoticComponent<ComponentType>;
  /** Whether there is something for this reader; otherwise it is not offered. */
  readonly isFor?: (view: DeviceView) => boolean;
};

// The map library and its base map are the heaviest part of the page, and nothing else waits for them.
const MapView = lazy(() => import('../map/map-view.tsx'));

const readsSerials = ({ exercise }: DeviceView): boolean => exercise === null || exercise.serials.list.length > 0;

export const views: readonly View[] = [
  { id: 'timeline', page: 'conduct', room: 'wide', title: 'screen.timeline.title', Component: TimelineView, isFor: readsSerials },
  { id: 'feed', page: 'conduct', room: 'side', title: 'screen.feed.title', Component: FeedView, isFor: readsSerials },
  {
    id: 'map',
    page: 'conduct',
    room: 'half',
    title: 'screen.map.title',
    Component: MapView,
    isFor: ({ exercise }) => exercise === null || exercise.sites.list.length > 0,
  },
  {
    id: 'coverage',
    page: 'conduct',
    room: 'half',
    title: 'screen.coverage.title',
    Component: CoverageView,
    isFor: ({ exercise }) => exercise === null || exercise.requirements.list.length > 0,
  },
  {
    id: 'coordination',
    page: 'assessment',
    room: 'full',
    title: 'screen.coordination.title',
    Component: CoordinationView,
    isFor: readsSerials,
  },
  {
    id: 'rehearsal',
    page: 'rehearsal',
    room: 'full',
    title: 'screen.rehearsal.title',
    Component: RehearsalView,
    isFor: ({ rehearsal, jobs, reader }) =>
      rehearsal !== null || ((reader === 'all' || reader.endsWith(':excon')) && jobs.some(({ id }) => id === 'rehearse')),
  },
  {
    id: 'plan',
    page: 'plan',
    room: 'full',
    title: 'screen.plan.title',
    Component: PlanView,
    isFor: ({ plan, planning }) => (plan === null ? planning !== null : plan.bookings.length > 0),
  },
  { id: 'about', page: 'about', room: 'full', title: 'screen.about.title', Component: AboutView },
];
