// What may be wrong with an instant, a date, a duration as people write them.
import type { Catalogue } from '../catalogue-type.ts';

export const kernelWords = {
  'kernel.notAnInstant': {
    en: '“{text}” is not an instant with its zone.',
    fr: '« {text} » n’est pas un instant avec son fuseau.',
    zh: '“{text}”不是带时区的时刻。',
    ru: '«{text}» — это не момент времени с часовым поясом.',
  },
  'kernel.writeInstantAs': {
    en: 'Maybe write it like {example}.',
    fr: 'Peut-être l’écrire comme {example}.',
    zh: '也许可写作{example}。',
    ru: 'Возможно, стоит записать так: {example}.',
  },
  'kernel.notAWholeMinute': {
    en: '“{text}” has seconds; instants of a document are whole minutes.',
    fr: '« {text} » comporte des secondes ; les instants d’un document sont des minutes entières.',
    zh: '“{text}”含有秒数；文件中的时刻须为整分钟。',
    ru: 'В «{text}» указаны секунды; время в документе задаётся с точностью до минуты.',
  },
  'kernel.yearOutOfRange': {
    en: 'The year of “{text}” is not between {first, plain} and {last, plain}.',
    fr: 'L’année de « {text} » n’est pas comprise entre {first, plain} et {last, plain}.',
    zh: '“{text}”的年份不在{first, plain}年至{last, plain}年之间。',
    ru: 'Год в «{text}» не входит в промежуток от {first, plain} до {last, plain}.',
  },
  'kernel.noSuchDate': {
    en: '“{text}” names a day that the calendar does not have.',
    fr: '« {text} » désigne un jour que le calendrier ne connaît pas.',
    zh: '“{text}”所指的日期在日历中不存在。',
    ru: '«{text}» указывает на день, которого нет в календаре.',
  },
  'kernel.noSuchTimeOfDay': {
    en: '“{text}” names a time that no clock shows.',
    fr: '« {text} » désigne une heure qu’aucune horloge n’indique.',
    zh: '“{text}”所指的钟点不存在。',
    ru: '«{text}» указывает на время, которого нет на часах.',
  },
  'kernel.noSuchOffset': {
    en: '“{text}” has the offset {offset}, which no zone has.',
    fr: '« {text} » porte le décalage {offset}, qu’aucun fuseau ne connaît.',
    zh: '“{text}”的时差{offset}不属于任何时区。',
    ru: 'В «{text}» указано смещение {offset}, которого нет ни в одном часовом поясе.',
  },
  'kernel.notADate': {
    en: '“{text}” is not a date.',
    fr: '« {text} » n’est pas une date.',
    zh: '“{text}”不是日期。',
    ru: '«{text}» — это не дата.',
  },
  'kernel.writeDateAs': {
    en: 'Maybe write it like {example}.',
    fr: 'Peut-être l’écrire comme {example}.',
    zh: '也许可写作{example}。',
    ru: 'Возможно, стоит записать так: {example}.',
  },
  'kernel.notADateTimeGroup': {
    en: '“{text}” is not a date-time group.',
    fr: '« {text} » n’est pas un groupe date-heure.',
    zh: '“{text}”不是日时组。',
    ru: '«{text}» — это не группа даты и времени.',
  },
  'kernel.writeGroupAs': {
    en: 'Maybe write day, hour, minute, zone letter, month and year like {example}.',
    fr: 'Peut-être écrire jour, heure, minute, lettre du fuseau, mois et année comme {example}.',
    zh: '也许可按日、时、分、时区字母、月、年的顺序写作{example}。',
    ru: 'Возможно, стоит записать день, часы, минуты, букву пояса, месяц и год так: {example}.',
  },
  'kernel.noSuchMonth': {
    en: '“{text}” has the month {month}, which is none of JAN to DEC.',
    fr: '« {text} » porte le mois {month}, qui n’est aucun de JAN à DEC.',
    zh: '“{text}”中的月份{month}不是JAN至DEC中的任何一个。',
    ru: 'В «{text}» указан месяц {month}, которого нет среди сокращений от JAN до DEC.',
  },
  'kernel.noLocalZone': {
    en: '“{text}” is in local time (J), and no local zone is stated.',
    fr: '« {text} » est en heure locale (J), et aucun fuseau local n’est indiqué.',
    zh: '“{text}”采用当地时间（J），但未说明当地时区。',
    ru: '«{text}» дано по местному времени (J), а местный часовой пояс не указан.',
  },
  'kernel.durationWithoutUnit': {
    en: '“{text}” is a duration without a unit.',
    fr: '« {text} » est une durée sans unité.',
    zh: '时长“{text}”没有单位。',
    ru: 'В длительности «{text}» не указана единица.',
  },
  'kernel.notADuration': {
    en: '“{text}” is not a duration.',
    fr: '« {text} » n’est pas une durée.',
    zh: '“{text}”不是时长。',
    ru: '«{text}» — это не длительность.',
  },
  'kernel.writeDurationAs': {
    en: 'Maybe write it like {example}.',
    fr: 'Peut-être l’écrire comme {example}.',
    zh: '也许可写作{example}。',
    ru: 'Возможно, стоит записать так: {example}.',
  },
  'kernel.notATimeOfDay': {
    en: '“{text}” is not a time of day.',
    fr: '« {text} » n’est pas une heure du jour.',
    zh: '“{text}”不是一天中的时间。',
    ru: '«{text}» — это не время суток.',
  },
  'kernel.writeTimeOfDayAs': {
    en: 'Maybe write it like {example}.',
    fr: 'Peut-être l’écrire comme {example}.',
    zh: '也许可写作{example}。',
    ru: 'Возможно, стоит записать так: {example}.',
  },
  'kernel.meant': {
    en: 'Maybe {name} is meant.',
    fr: 'Peut-être s’agit-il de {name}.',
    zh: '也许是指{name}。',
    ru: 'Возможно, имеется в виду {name}.',
  },
} as const satisfies Catalogue;
