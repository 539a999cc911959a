import { defineCatalogue } from './catalogue';
import { voiceInput as english } from './en/voice-input';
import { voiceInput as chinese } from './zh-CN/voice-input';

export const voiceInput = defineCatalogue(chinese, english);
