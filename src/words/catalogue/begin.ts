// What stands on top of each file of a new exercise.
import type { Catalogue } from '../catalogue-type.ts';

export const beginWords = {
  'begin.exercise': {
    en: 'The exercise as a whole: period, parties, anchors, phases. Times relative to D move with it.',
    fr: 'L’exercice dans son ensemble : période, parties, repères, phases. Les heures relatives à J suivent ce repère.',
    zh: '演习总体:时间、各方、基准时刻、阶段。相对于 D 日的时间随之变动。',
    ru: 'Учение в целом: сроки, стороны, опорные моменты, этапы. Время относительно дня Д смещается вместе с ним.',
  },
  'begin.release': {
    en: 'Who may read what, agreed once; and who consents to what. Where it is silent, a thing stays with its originator.',
    fr: 'Qui peut lire quoi, convenu une fois ; et qui consent à quoi. Sans règle, une chose reste à son auteur.',
    zh: '谁可阅读什么,一次商定;以及谁对什么表示同意。未规定者仅限制作方。',
    ru: 'Кто что читает — согласовано один раз; и кто на что даёт согласие. Где правила нет, вещь остаётся у автора.',
  },
  'begin.parties': {
    en: 'Parties, contingents and units: what partners need to know of them.',
    fr: 'Parties, contingents et unités : ce que les partenaires doivent en savoir.',
    zh: '各方、分队和单位:伙伴需要了解的内容。',
    ru: 'Стороны, контингенты и подразделения: что о них нужно знать партнёрам.',
  },
  'begin.sites': { en: 'Where it happens.', fr: 'Où cela se passe.', zh: '演习地点。', ru: 'Где это происходит.' },
  'begin.training': {
    en: 'What is trained, by whom, how often; the serials, and what is collected.',
    fr: 'Ce qui est entraîné, par qui, combien de fois ; les séquences, et ce qui est recueilli.',
    zh: '训练什么、由谁、多少次;各课目以及采集内容。',
    ru: 'Что отрабатывается, кем и сколько раз; мероприятия и что собирается.',
  },
  'begin.posts': {
    en: 'The posts. Who holds them stands in the parties’ own folders.',
    fr: 'Les postes. Leurs titulaires figurent dans les dossiers des parties.',
    zh: '岗位。任职人员写在各方自己的文件夹中。',
    ru: 'Должности. Кто их занимает — в папках сторон.',
  },
  'begin.scenario': {
    en: 'The storylines and injects: EXCON only.',
    fr: 'Les trames et les incidents : réservé à l’EXCON.',
    zh: '情节与导入:仅限导调组。',
    ru: 'Сюжеты и вводные: только для руководства.',
  },
  'begin.assumptions': {
    en: 'What the dry run assumes about people, each with its source or the word "assumed".',
    fr: 'Ce que la répétition suppose des personnes, avec sa source ou le mot « assumed ».',
    zh: '预演对人员的假设,每项注明来源或写 "assumed"。',
    ru: 'Допущения прогона о людях — с источником или словом «assumed».',
  },
  'begin.persons': {
    en: 'The persons who hold the posts of this party; nobody else reads this.',
    fr: 'Les personnes qui occupent les postes de cette partie ; nul autre ne lit ceci.',
    zh: '担任本方岗位的人员;其他方不可阅读。',
    ru: 'Лица на должностях этой стороны; больше никто этого не читает.',
  },
  'app.begun': {
    en: 'A new exercise of {files} files; it checks and can be planned at once.',
    fr: 'Un nouvel exercice de {files} fichiers ; il se vérifie et se planifie aussitôt.',
    zh: '新演习共 {files} 个文件;可立即检查和制定计划。',
    ru: 'Новое учение, файлов: {files}; его можно сразу проверить и спланировать.',
  },
} as const satisfies Catalogue;
