// Why an order about the document or the plan of a running exercise was refused.
import type { Catalogue } from '../catalogue-type.ts';

export const conductDocumentWords = {
  'conduct.noSuchFile': {
    en: 'The document has no file {file} that this post reads.',
    fr: 'Le document n’a pas de fichier {file} que ce poste puisse lire.',
    zh: '文件中没有该岗位可读的{file}。',
    ru: 'В документе нет файла {file}, доступного этой должности.',
  },
  'conduct.noSuchCollection': {
    en: 'No collection is called {collection}.',
    fr: 'Aucune collection ne s’appelle {collection}.',
    zh: '没有名为{collection}的集合。',
    ru: 'Нет коллекции с именем {collection}.',
  },
  'conduct.notYourFile': {
    en: 'The file {file} is another party’s; only that party’s co-director edits it.',
    fr: 'Le fichier {file} est à une autre partie ; seul le codirecteur de cette partie le modifie.',
    zh: '文件{file}属于另一参与方，只有该方联合导演可以修改。',
    ru: 'Файл {file} принадлежит другой стороне; его правит только соруководитель от этой стороны.',
  },
  'conduct.portionChangedMeanwhile': {
    en: 'What {file} says of {item} has changed meanwhile.',
    fr: 'Ce que {file} dit de {item} a changé entre-temps.',
    zh: '{file}中关于{item}的内容在此期间已有变化。',
    ru: 'Сказанное о {item} в файле {file} тем временем изменилось.',
  },
  'conduct.editThroughList': {
    en: 'An edit cannot lead through a list: {path}. The list must be stated whole.',
    fr: 'Une modification ne peut pas passer par une liste : {path}. La liste doit être donnée entière.',
    zh: '修改路径不能穿过列表：{path}。列表须整体给出。',
    ru: 'Правка не может вести внутрь списка: {path}. Список задаётся целиком.',
  },
  'conduct.hashOfAnother': {
    en: 'The hash given for {file} is not that of its text.',
    fr: 'L’empreinte donnée pour {file} n’est pas celle de son texte.',
    zh: '为{file}给出的散列值与其文本不符。',
    ru: 'Указанный для {file} хеш не соответствует тексту.',
  },
  'conduct.documentHasFaults': {
    en: 'The document would have {n, plural, one {# fault} other {# faults}} with this; the first in {file}, line {line}.',
    fr: 'Le document aurait ainsi {n, plural, one {# défaut} many {# de défauts} other {# défauts}} ; le premier dans {file}, ligne {line}.',
    zh: '如此修改，文件将出现{n}处错误；第一处在{file}第{line}行。',
    ru: 'С этим в документе {n, plural, one {появится # ошибка} few {появятся # ошибки} many {появится # ошибок} other {появится # ошибки}}; первая — {file}, строка {line}.',
  },
  'conduct.classesDiffer': {
    en: 'By this document the class of these files is another: {files}.',
    fr: 'Selon ce document, la classe de ces fichiers est autre : {files}.',
    zh: '按此文件，下列文件的类别不同：{files}。',
    ru: 'По этому документу класс этих файлов иной: {files}.',
  },
  'conduct.happenedIsGone': {
    en: 'The document would no longer hold what has happened: {items}.',
    fr: 'Le document ne contiendrait plus ce qui a eu lieu : {items}.',
    zh: '文件将不再包含已经发生的事项：{items}。',
    ru: 'В документе не станет того, что уже произошло: {items}.',
  },
  'conduct.planChangesFrozen': {
    en: 'The plan changes serials inside the frozen hours, and the consent that was agreed for that is missing: {serials}.',
    fr: 'Le plan modifie des séquences dans le délai de gel, sans le consentement convenu : {serials}.',
    zh: '该计划改动了冻结时段内的课目，而尚未取得约定的同意：{serials}。',
    ru: 'План меняет эпизоды в пределах срока заморозки, а условленного на это согласия нет: {serials}.',
  },
  'conduct.fixedOnceBegun': {
    en: 'Once the exercise has a log, this stays as it was: {fields}.',
    fr: 'Dès que l’exercice a un journal, ceci ne change plus : {fields}.',
    zh: '演习已有日志后，下列内容不得更改：{fields}。',
    ru: 'Когда у учения уже есть журнал, это не меняется: {fields}.',
  },
  'conduct.erasureOfDocument': {
    en: 'The document stands on this: {file} must first be adopted without what is to go.',
    fr: 'Le document repose sur ceci : {file} doit d’abord être adopté sans ce qui doit disparaître.',
    zh: '现行文件以此为据：须先采纳不含应删内容的{file}。',
    ru: 'На этом держится документ: сначала нужно принять {file} без того, что стирается.',
  },
  'conduct.noSuchPerson': {
    en: 'The document says nothing of a person {person} that this post reads.',
    fr: 'Le document ne dit rien d’une personne {person} que ce poste puisse lire.',
    zh: '文件中没有该岗位可读的人员{person}的内容。',
    ru: 'О лице {person} в документе нет ничего, доступного этой должности.',
  },
} as const satisfies Catalogue;
