import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentFont } from './document-font.server';
import { writePdf } from './write-pdf.server';
import type { WrittenDocument } from './write-pdf.server';

const { document, font } = workerData as { document: WrittenDocument; font: DocumentFont };
parentPort?.postMessage(await writePdf(document, font));
