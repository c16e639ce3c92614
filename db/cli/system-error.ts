/** What an error of the file system means to whoever named the path. */
const meanings: Record<string, string> = {
  EACCES: 'may not be read or written: look at its permissions',
  EPERM: 'may not be read or written: look at its permissions',
  EROFS: 'is on a disk that cannot be written',
  ENOENT: 'does not exist',
  EEXIST: 'is a file where a folder is needed',
  ENOTDIR: 'is below a file: name a folder',
  EISDIR: 'is a folder where a file is needed',
  ENOSPC: 'finds no room: the disk is full',
  ENAMETOOLONG: 'is too long a name',
}

/** An error of the file system in words; null for any other error. */
export function sayFileError(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return null
  const meaning = meanings[String(error.code)]
  return meaning ? `${String(error.path)} ${meaning}.` : null
}
