// What who looks on may do about an event that waits for one of their posts: consent, answer, translate, let go. `decide` has the last word.
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { actsOn, type LoggedEvent, type Naming, type PossibleAct } from '../../../src/conduct/index.ts';
import type { OrderMessage } from '../../../src/protocol/index.ts';
import { mayActAs } from '../device/acting.ts';
import { useDevice, useDeviceView } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './feed.module.css';

type ActOnProps = { readonly event: LoggedEvent; readonly naming: Naming };

export function ActOn({ event, naming }: ActOnProps) {
  const { session, conduct } = useDeviceView();
  const { t } = useWords();
  if (conduct === null) return null;
  const acts = actsOn(event, conduct, (post) => mayActAs(session, post));
  return acts.map((act) => (
    <fieldset key={`${act.kind}/${act.post}`} className={classes.act}>
      <legend>{t('screen.act.as', { post: naming.post(act.post) })}</legend>
      <Act act={act} naming={naming} />
    </fieldset>
  ));
}

type Give = (type: string, order: OrderMessage['order']) => Promise<void>;

function Act({ act, naming }: { readonly act: PossibleAct; readonly naming: Naming }) {
  const device = useDevice();
  const { t } = useWords();
  const [refusal, setRefusal] = useState<string | null>(null);
  const give: Give = async (type, order) => {
    const outcome = await device.order({ type, by: act.post, order });
    setRefusal(outcome.kind === 'refused' ? t(outcome.problem.key, outcome.problem.values) : null);
  };
  return (
    <>
      {act.kind === 'consent' ? <Consent id={act.case} give={give} /> : <Writing act={act} naming={naming} give={give} />}
      {refusal === null ? null : (
        <p className={classes.refusal} role="alert">
          {refusal}
        </p>
      )}
    </>
  );
}

function Consent({ id, give }: { readonly id: string; readonly give: Give }) {
  const { t } = useWords();
  return (
    <div className={classes.actButtons}>
      <Button size="compact-sm" onClick={() => void give('GiveConsent', { case: id, yes: true })}>
        {t('screen.act.consent')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void give('GiveConsent', { case: id, yes: false })}>
        {t('screen.act.refuse')}
      </Button>
    </div>
  );
}

type WritingProps = { readonly act: Exclude<PossibleAct, { kind: 'consent' }>; readonly naming: Naming; readonly give: Give };

function Writing({ act, naming, give }: WritingProps) {
  const { t } = useWords();
  const { request } = act;
  const own = naming.exercise.posts.byId.get(act.post as never)?.languages ?? [];
  const languages = [...new Set([...act.into, ...own, ...naming.exercise.setting.languages])];
  const [language, setLanguage] = useState<string>((act.kind === 'answer' ? own[0] : act.into[0]) ?? languages[0] ?? 'en');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const isWritten = text.trim() !== '';
  const labels = { answer: 'screen.act.answerText', translate: 'screen.act.translation', review: 'screen.act.releasedText' } as const;
  const review = act.kind !== 'review' ? null : act.of === 'request' ? 'ReviewRequest' : 'ReviewAnswer';
  return (
    <>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        lang={language}
        label={t(labels[act.kind])}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t('screen.act.language')}
        value={language}
        onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
        data={languages.map((value) => ({ value, label: t('product.language', { language: value }) }))}
      />
      {review === 'ReviewAnswer' ? (
        <Textarea
          size="xs"
          autosize
          minRows={1}
          label={t('screen.act.reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      ) : null}
      <div className={classes.actButtons}>
        {act.kind === 'answer' ? (
          <Button
            size="compact-sm"
            disabled={!isWritten}
            onClick={() => void give('AnswerRequest', { request, text, language, as: act.post })}
          >
            {t('screen.act.answer')}
          </Button>
        ) : null}
        {act.kind === 'translate' ? (
          <Button
            size="compact-sm"
            disabled={!isWritten}
            onClick={() => void give(act.of === 'request' ? 'TranslateRequest' : 'TranslateAnswer', { request, language, text })}
          >
            {t('screen.act.translate')}
          </Button>
        ) : null}
        {review === null ? null : (
          <>
            <Button size="compact-sm" onClick={() => void give(review, { request, decision: 'released' })}>
              {t('screen.act.release')}
            </Button>
            <Button
              size="compact-sm"
              variant="light"
              disabled={!isWritten}
              onClick={() => void give(review, { request, decision: 'releasedChanged', texts: { [language]: text } })}
            >
              {t('screen.act.releaseChanged')}
            </Button>
            {review === 'ReviewRequest' ? (
              <Button size="compact-sm" variant="default" onClick={() => void give(review, { request, decision: 'refused' })}>
                {t('screen.act.refuse')}
              </Button>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                disabled={reason.trim() === ''}
                onClick={() =>
                  void give(review, { request, decision: 'withheld', reason, ...(isWritten ? { texts: { [language]: text } } : {}) })
                }
              >
                {t('screen.act.withhold')}
              </Button>
            )}
          </>
        )}
      </div>
    </>
  );
}
