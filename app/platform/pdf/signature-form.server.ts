interface PdfReference {
  id: number;
  data: Record<string, unknown>;
  /** With what is handed over it is a stream. */
  end(stream?: string): void;
}

/** What pdfkit has and its types leave out: references by hand, and the root of the document. */
interface Insides {
  ref(data: Record<string, unknown>): PdfReference;
  _root: PdfReference;
  _acroform: { fonts: object; defaultFont: string };
  page: { dictionary: PdfReference; annotations: PdfReference[]; height: number };
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface SignatureForm {
  /** Lays an empty field over the box on the present page. */
  addField(name: string, box: Box): void;
  end(): void;
}

const visibleInPrint = 132;
const signaturesExistAndAppendOnly = 3;

/**
 * The form of a document that will be signed. Its fields are laid down while it is written, so that signing later on
 * changes nothing but the one field: the earlier signatures hold.
 */
export function signatureForm(pdf: PDFKit.PDFDocument): SignatureForm {
  const inside = pdf as unknown as Insides;
  const fields: PdfReference[] = [];
  return {
    addField: (name, { left, top, width, height }) => {
      const bottom = inside.page.height - top - height;
      const empty = inside.ref({
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, width, height],
        Resources: inside.ref({}),
      });
      (empty.data.Resources as PdfReference).end();
      // A look must be a stream, also one in which nothing is drawn (PDF/A: ISO 19005-2, 6.3.3).
      empty.end('q Q');
      const field = inside.ref({
        Type: 'Annot',
        Subtype: 'Widget',
        FT: 'Sig',
        T: new String(name),
        F: visibleInPrint,
        P: inside.page.dictionary,
        Rect: [left, bottom, left + width, bottom + height],
        AP: { N: empty },
      });
      inside.page.annotations.push(field);
      field.end();
      fields.push(field);
    },
    end: () => {
      if (fields.length === 0) return;
      const resources = { Font: {} };
      // pdfkit ends the form itself, and looks for fonts that fields for text would need.
      inside._acroform = { fonts: {}, defaultFont: 'text' };
      inside._root.data.AcroForm = inside.ref({
        Fields: fields,
        SigFlags: signaturesExistAndAppendOnly,
        DR: resources,
      });
    },
  };
}
