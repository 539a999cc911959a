import { answerAsKept } from '../threads/answer-as-kept';
import { doPaperWork } from './paper-work.server';

answerAsKept(doPaperWork);
