/** Why a file could not be read; the words for it are in the languages. */
export type FileProblem = "unsupported" | "notText" | "damaged" | "tooLarge" | "empty";

export class FileError extends Error {
  override name = "FileError";

  constructor(readonly problem: FileProblem) {
    super(problem);
  }
}
