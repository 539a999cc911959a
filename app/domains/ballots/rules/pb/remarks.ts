import { mostRemarks, type PbFaultReason, type PbNoticeReason, type PbRemark } from './pb-file';
import { cutText } from '~/lib/texts/cut-text';

/** Collects what is wrong (`fault`) or remarkable (`notice`) in a file. */
export class Remarks {
  readonly faults: PbRemark<PbFaultReason>[] = [];
  readonly notices: PbRemark<PbNoticeReason>[] = [];

  fault(line: number, reason: PbFaultReason, detail = ''): void {
    if (this.faults.length < mostRemarks) this.faults.push({ line, reason, detail: cutText(detail, 80) });
  }

  notice(line: number, reason: PbNoticeReason, detail = ''): void {
    if (this.notices.length < mostRemarks) this.notices.push({ line, reason, detail: cutText(detail, 80) });
  }
}
