// The door of folders: a document's folder to bytes and back, safely.
export { type Folder, type FolderFile, folderLimits, readFolder } from './read-folder.ts';
export { writeFileWhole, writeFolder } from './write-folder.ts';
