import { answerKeptFile } from '@/app/kept-file'
import { readDocument } from '@/lib/ethics/commands/read-document'

/** A document of an ethics approval. */
export const POST = (request: Request) => answerKeptFile(request, readDocument)
