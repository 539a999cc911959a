import { xlsxBytes } from '~/lib/csv/write-xlsx';
import { answerAsKept } from '../threads/answer-as-kept';

answerAsKept(xlsxBytes);
