import { answerKeptFile } from '@/app/kept-file'
import { readEthicsDocument } from '@/lib/access/commands/ethics-documents'

/** A document of the ethics approval that a request rests on, for who handles or was asked about the request. */
export const POST = (request: Request) => answerKeptFile(request, readEthicsDocument)
