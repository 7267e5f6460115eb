// The frame around a view: its title and its room on the page. A view that fails leaves the others standing.
import { Loader } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode, Suspense } from 'react';
import type { View } from '../views/registry.ts';
import { useWords } from '../words/words.tsx';
import classes from './panel.module.css';

type PanelProps = { readonly id: string; readonly room: View['room']; readonly title: string; readonly children: ReactNode };

export function Panel({ id, room, title, children }: PanelProps) {
  const { t } = useWords();
  return (
    <section className={classes.panel} data-room={room} data-view={id} aria-labelledby={`${id}-title`}>
      <h2 className={classes.title} id={`${id}-title`}>
        {title}
      </h2>
      <Failing message={t('screen.viewFailed')}>
        <Suspense fallback={<Loader className={classes.loader} size="sm" />}>{children}</Suspense>
      </Failing>
    </section>
  );
}

class Failing extends Component<{ readonly message: string; readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.failed ? <p className={classes.failed}>{this.props.message}</p> : this.props.children;
  }
}
